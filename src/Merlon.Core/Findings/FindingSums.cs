using System.Collections.Immutable;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Identity;

namespace Merlon.Core.Findings;

/// <summary>Sums over tallies: counts and summaries, each over a few hundred rows whatever the number of findings.</summary>
public sealed class FindingSums(FindingProfiles profiles, RememberedSums remembered)
{
    /// <summary>Which kinds of a tally a filter wants, and in which band of the sort they stand.</summary>
    internal async Task<FindingRanks> Rank(TenantId tenant, FindingTally tally, FindingFilter filter, FindingSort sort, CancellationToken ct)
    {
        var (profileOf, triageOf) = await Look(tenant, tally, ct);
        return new(tally.Keys
            .Where(kind => filter.Accepts(profileOf(kind.Profile), triageOf(kind.Triage)))
            .ToDictionary(kind => kind, kind => sort == FindingSort.Severity ? (int)profileOf(kind.Profile).Severity : 0));
    }

    /// <summary>For each type and value of a tag how many findings have it, of the kinds wanted.</summary>
    internal async Task<ImmutableArray<FindingCount>> Count(TenantId tenant, FindingTally tally, Func<FindingKind, bool> wanted, CancellationToken ct)
    {
        var kinds = tally.Where(k => wanted(k.Key)).ToList();
        var digest = RememberedSums.Digest(tenant, kinds, []);
        if (remembered.Counts.TryGet(digest, out var known)) return known;
        var (profileOf, _) = await Look(tenant, tally, ct);
        return remembered.Counts.Keep(digest, Count(kinds, profileOf));
    }

    private static ImmutableArray<FindingCount> Count(List<KeyValuePair<FindingKind, int>> kinds, Func<long, ProfileDocument> profileOf)
    {
        var counts = new Dictionary<(string Type, string Key, string Value), int>();
        foreach (var (kind, count) in kinds)
        {
            var profile = profileOf(kind.Profile);
            foreach (var tag in profile.Tags)
            {
                var place = (profile.Type, tag.Key, tag.Value);
                counts[place] = counts.GetValueOrDefault(place) + count;
            }
        }
        return
        [
            .. counts.Select(c => new FindingCount(c.Key.Key, c.Key.Value, c.Key.Type, c.Value))
                .OrderBy(c => c.Key, StringComparer.Ordinal).ThenBy(c => c.Type, StringComparer.Ordinal).ThenByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>A tally summed up by type; only <paramref name="types"/> if any are named.</summary>
    internal async Task<FindingOverview> Sum(TenantId tenant, FindingTally tally, IReadOnlyCollection<string> types, CancellationToken ct)
    {
        var digest = RememberedSums.Digest(tenant, tally, types);
        return remembered.Overviews.TryGet(digest, out var known) ? known : remembered.Overviews.Keep(digest, await WorkOut(tenant, tally, types, ct));
    }

    private async Task<FindingOverview> WorkOut(TenantId tenant, FindingTally tally, IReadOnlyCollection<string> types, CancellationToken ct)
    {
        var (profileOf, triageOf) = await Look(tenant, tally, ct);
        var facts = tally.Select(k => new Fact(profileOf(k.Key.Profile), triageOf(k.Key.Triage), k.Value)).Where(f => types.Count == 0 || types.Contains(f.Profile.Type)).ToList();
        var open = await Count(tenant, tally, k => triageOf(k.Triage).Status == FindingStatus.Unset && (types.Count == 0 || types.Contains(profileOf(k.Profile).Type)), ct);
        return new([.. facts.GroupBy(f => f.Profile.Type).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Summary)], open);
    }

    private async Task<(Func<long, ProfileDocument> Profile, Func<long, FindingTriage> Triage)> Look(TenantId tenant, FindingTally tally, CancellationToken ct) =>
        (await profiles.Profiles(tenant, tally.Keys.Select(k => k.Profile), ct), await profiles.Triages(tenant, tally.Keys.Select(k => k.Triage), ct));

    private static FindingSummary Summary(IGrouping<string, Fact> type) =>
        new(type.Key, Of(type).Total, type.Where(f => f.IsOpen && f.Profile.Tag("reachability") == "reachable").Sum(f => f.Count), Of(type).Ignored, Of(type).Fixed)
        {
            BySeverity = By(type, f => FindingWords.Severity(f.Profile.Severity)),
            ByCategory = By(type, f => f.Profile.Category),
            ByAssignee = By(type.Where(f => f.Triage.Assignee.Length > 0), f => f.Triage.Assignee),
        };

    private static ImmutableSortedDictionary<string, FindingSum> By(IEnumerable<Fact> facts, Func<Fact, string> name) => facts.GroupBy(name).ToImmutableSortedDictionary(g => g.Key, Of, StringComparer.Ordinal);

    private static FindingSum Of(IEnumerable<Fact> facts)
    {
        var all = facts.ToList();
        int In(FindingStatus status) => all.Sum(f => f.Triage.Status == status ? f.Count : 0);
        return new(all.Sum(f => f.IsOpen ? f.Count : 0), In(FindingStatus.Fixed), In(FindingStatus.Ignored));
    }

    private sealed record Fact(ProfileDocument Profile, FindingTriage Triage, int Count)
    {
        public bool IsOpen => Triage.Status is FindingStatus.Unset or FindingStatus.ThirdParty;
    }
}
