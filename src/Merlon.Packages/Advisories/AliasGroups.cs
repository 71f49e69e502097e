using System.Collections.Immutable;
using Merlon.Packages.Purls;
using Merlon.Packages.Versions;

namespace Merlon.Packages.Advisories;

/// <summary>Makes one match of the advisories that share an id or alias, directly or through others.</summary>
static class AliasGroups
{
    public static ImmutableArray<AdvisoryMatch> Merge(IEnumerable<AdvisoryHit> hits, Purl package, SeverityJudge judge) =>
        [.. Groups(hits).Select(group => Match(group, package, judge)).OrderByDescending(m => m.Severity).ThenByDescending(m => m.CvssScore).ThenBy(m => m.Advisory.Id, StringComparer.Ordinal)];

    static List<List<AdvisoryHit>> Groups(IEnumerable<AdvisoryHit> hits)
    {
        var groups = new List<List<AdvisoryHit>>();
        var groupOf = new Dictionary<string, List<AdvisoryHit>>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            string[] ids = [hit.Advisory.Id, .. hit.Advisory.Aliases];
            List<AdvisoryHit> group = [hit];
            foreach (var joined in ids.Select(id => groupOf.GetValueOrDefault(id)).OfType<List<AdvisoryHit>>().Distinct().ToList())
            {
                group.AddRange(joined);
                groups.Remove(joined);
            }
            groups.Add(group);
            foreach (var id in group.SelectMany(h => h.Advisory.Aliases.Prepend(h.Advisory.Id))) groupOf[id] = group;
        }
        return groups;
    }

    static AdvisoryMatch Match(List<AdvisoryHit> group, Purl package, SeverityJudge judge)
    {
        var first = group.OrderBy(h => Rank(h.Advisory.Id)).ThenBy(h => h.Advisory.Id, StringComparer.Ordinal).First();
        var ids = group.SelectMany(h => h.Advisory.Aliases.Prepend(h.Advisory.Id)).Distinct(StringComparer.Ordinal);
        var severity = judge.Of(group);
        return new()
        {
            Package = package,
            Advisory = first.Advisory,
            Aliases = [.. ids.Where(id => id != first.Advisory.Id).Order(StringComparer.Ordinal)],
            Severity = severity.Band,
            CvssVector = severity.Vector,
            CvssScore = severity.Score,
            FixedIn = group.Select(h => h.FixedIn).OfType<string>().Order(VersionOrder.For(first.Entries[0].Ecosystem)).FirstOrDefault(),
        };
    }

    static int Rank(string id) =>
        id.StartsWith("CVE-", StringComparison.Ordinal) ? 0 : id.StartsWith("GHSA-", StringComparison.Ordinal) ? 1 : 2;
}
