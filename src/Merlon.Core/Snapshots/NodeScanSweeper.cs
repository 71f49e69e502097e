using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Nodes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Snapshots;

/// <summary>Ends scans whose job ended without them: it was canceled, or its workers died as often as it may be tried.</summary>
internal sealed class NodeScanSweeper(MerlonDb db, NodeScanEnd end) : IRecurringWork
{
    private const int Batch = 500;

    public string Name => "node-scan-sweeper";

    public JobLane Lane => JobLane.Light;

    public string? Cron => "20 * * * * ?";

    public async Task Run(CancellationToken ct)
    {
        var open = db.OfAllTenants<NodeScan>().AsNoTracking().Where(s => s.Status == NodeScanStatus.Pending || s.Status == NodeScanStatus.Processing);
        var ended = db.OfAllTenants<Job>().AsNoTracking().Where(j => j.Status >= JobStatus.Completed);
        var left = await open.Join(ended, s => new { s.TenantKey, Key = s.JobKey }, j => new { j.TenantKey, Key = (long?)j.Key }, (s, j) => new { Scan = s, Job = j })
            .Join(db.OfAllTenants<Node>().AsNoTracking(), pair => new { pair.Scan.TenantKey, Key = pair.Scan.NodeKey }, n => new { n.TenantKey, n.Key }, (pair, n) => new { pair.Scan, pair.Job, Node = n })
            .Take(Batch).ToListAsync(ct);
        foreach (var row in left)
            await end.Fail(Caller.System(new TenantId(row.Scan.TenantKey, default)), row.Scan, row.Node, Judge(row.Job), ct);
    }

    private static Collected Judge(Job job) => job.Status == JobStatus.Canceled
        ? Collected.Stopped(NodeScanStatus.Cancelled, "The scan was cancelled.")
        : Collected.Stopped(NodeScanStatus.Exception, job.Error ?? "The scan stopped before it was finished.");
}
