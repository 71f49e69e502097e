using System.Data.Common;
using Merlon.Analysis;
using Merlon.Core.Components;
using Merlon.Core.Scans;

namespace Merlon.Core.Findings.Publishing;

/// <summary>The findings of a scan.</summary>
internal sealed class FindingPart(FindingStage stage, FindingPublication publication, VulnerabilityDrafts vulnerabilities, FindingRetirement retirement) : IScanPart
{
    public async Task Stage(Scan scan, IReadOnlyList<ScanResult> batch, CancellationToken ct)
    {
        var drafts = batch.OfType<Merlon.Analysis.Finding>().AsParallel().AsOrdered().Select(FindingDraft.Of).ToList();
        var hits = batch.OfType<FoundVulnerability>().ToList();
        if (hits.Count > 0) drafts.AddRange(await vulnerabilities.Of(scan, hits, ct));
        if (drafts.Count > 0) await stage.Add(scan, drafts, ct);
    }

    public async Task Prepare(Scan scan, IScanIntake more, CancellationToken ct)
    {
        await stage.Finish();
        await publication.Prepare(scan, ct);
    }

    public Task Publish(Scan scan, DbTransaction transaction, CancellationToken ct) => publication.Publish(scan, [], transaction, ct);

    public async Task Tidy(Scan scan, CancellationToken ct)
    {
        await stage.Clear(scan, ct);
        await publication.Measure(scan, ct);
    }

    public Task Discard(Scan scan, CancellationToken ct) => stage.Discard(scan, ct);

    public Task Retire(Scan scan, CancellationToken ct) => retirement.Retire(scan, ct);
}
