using Merlon.Analysis;
using Merlon.Core.Identity;

namespace Merlon.Core.Findings.Lists;

/// <summary>Keeps a list's row in step with its tally: the numbers that pages sort and sum by.</summary>
internal sealed class FindingListCounts(FindingProfiles profiles)
{
    /// <summary>Sets all counts of the row.</summary>
    public async Task Keep(FindingList list, FindingTally tally, CancellationToken ct)
    {
        var tenant = new TenantId(list.TenantKey, Guid.Empty);
        var profileOf = await profiles.Profiles(tenant, tally.Keys.Select(k => k.Profile), ct);
        var triageOf = await profiles.Triages(tenant, tally.Keys.Select(k => k.Triage), ct);
        int In(FindingStatus status) => tally.Sum(k => triageOf(k.Key.Triage).Status == status ? k.Value : 0);
        int Open(FindingSeverity severity) => tally.Sum(k => triageOf(k.Key.Triage).Status == FindingStatus.Unset && profileOf(k.Key.Profile).Severity == severity ? k.Value : 0);
        list.Tally = tally.Pack();
        (list.Open, list.Fixed, list.Ignored) = (In(FindingStatus.Unset), In(FindingStatus.Fixed), In(FindingStatus.Ignored));
        (list.Critical, list.High, list.Medium, list.Low, list.Info) =
            (Open(FindingSeverity.Critical), Open(FindingSeverity.High), Open(FindingSeverity.Medium), Open(FindingSeverity.Low), Open(FindingSeverity.Info));
    }
}
