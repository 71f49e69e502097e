using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Findings;
using Merlon.Core.Identity;
using Merlon.Core.Scans;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>Shapes scans with what is kept about their findings, one look-up for all of them.</summary>
sealed class ScanShapes(Findings findings)
{
    /// <summary>The scans of one application.</summary>
    public async Task<ImmutableArray<ScanWire>> Of(Application application, IReadOnlyList<Scan> scans, TenantId tenant, CancellationToken ct)
    {
        var overviews = await findings.Overviews(scans, tenant, [], ct);
        return [.. scans.Select(scan => From(application, scan, overviews, tenant))];
    }

    /// <summary>One scan, or null for none.</summary>
    public async Task<ScanWire?> Of(Application application, Scan? scan, TenantId tenant, CancellationToken ct) => scan is null ? null : (await Of(application, [scan], tenant, ct))[0];

    /// <summary>A scan with what was looked up before.</summary>
    public static ScanWire From(Application application, Scan scan, IReadOnlyDictionary<long, FindingOverview> overviews, TenantId tenant) =>
        ScanWire.From(scan, application.PublicId, application.DefaultBranch == scan.Branch, overviews.GetValueOrDefault(scan.Key, FindingOverview.Empty), tenant.Id);
}
