using System.Collections.Immutable;
using Merlon.Packages.Purls;
using Merlon.Packages.Versions;

namespace Merlon.Packages.Advisories;

/// <summary>Makes one match of the advisories that share an id or alias, directly or through others.</summary>
static class AliasGroups
{
    public static ImmutableArray<AdvisoryMatch> Merge(IEnumerable<AdvisoryHit> hits, Purl package, SeverityJudge judge)
    {
        var matches = Groups(hits).ConvertAll(group => Match(group, package, judge));
        matches.Sort(static (a, b) => WorstFirst(a, b));
        return [.. matches];
    }

    static int WorstFirst(AdvisoryMatch a, AdvisoryMatch b)
    {
        if (a.Severity != b.Severity) return b.Severity.CompareTo(a.Severity);
        return Nullable.Compare(b.CvssScore, a.CvssScore) is not 0 and var byScore ? byScore : string.CompareOrdinal(a.Advisory.Id, b.Advisory.Id);
    }

    static List<List<AdvisoryHit>> Groups(IEnumerable<AdvisoryHit> hits)
    {
        var groups = new List<List<AdvisoryHit>>();
        var groupOf = new Dictionary<string, List<AdvisoryHit>>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            List<AdvisoryHit> group = [hit];
            Join(hit.Advisory.Id, group, groups, groupOf);
            foreach (var alias in hit.Advisory.Aliases) Join(alias, group, groups, groupOf);
            groups.Add(group);
            foreach (var member in group)
            {
                groupOf[member.Advisory.Id] = group;
                foreach (var alias in member.Advisory.Aliases) groupOf[alias] = group;
            }
        }
        return groups;
    }

    // What an earlier group says of the id belongs to this one.
    static void Join(string id, List<AdvisoryHit> group, List<List<AdvisoryHit>> groups, Dictionary<string, List<AdvisoryHit>> groupOf)
    {
        if (groupOf.TryGetValue(id, out var earlier) && groups.Remove(earlier)) group.AddRange(earlier);
    }

    static AdvisoryMatch Match(List<AdvisoryHit> group, Purl package, SeverityJudge judge)
    {
        var first = group.Count == 1 ? group[0] : group.OrderBy(h => Rank(h.Advisory.Id)).ThenBy(h => h.Advisory.Id, StringComparer.Ordinal).First();
        var severity = judge.Of(group);
        return new()
        {
            Package = package,
            Advisory = first.Advisory,
            Aliases = OtherIds(first, group),
            Severity = severity.Band,
            CvssVector = severity.Vector,
            CvssScore = severity.Score,
            FixedIn = group.Count == 1 ? first.FixedIn : group.Select(h => h.FixedIn).OfType<string>().Order(VersionOrder.For(first.Entries[0].Ecosystem)).FirstOrDefault(),
        };
    }

    static ImmutableArray<string> OtherIds(AdvisoryHit first, List<AdvisoryHit> group)
    {
        if (group.Count == 1 && first.Advisory.Aliases is [var alias] && alias != first.Advisory.Id) return first.Advisory.Aliases;
        return [.. group.SelectMany(h => h.Advisory.Aliases.Prepend(h.Advisory.Id)).Distinct(StringComparer.Ordinal).Where(id => id != first.Advisory.Id).Order(StringComparer.Ordinal)];
    }

    static int Rank(string id) =>
        id.StartsWith("CVE-", StringComparison.Ordinal) ? 0 : id.StartsWith("GHSA-", StringComparison.Ordinal) ? 1 : 2;
}
