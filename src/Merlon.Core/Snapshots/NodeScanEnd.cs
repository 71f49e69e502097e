using System.Collections.Immutable;
using Merlon.Core.Blobs;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Nodes;
using Merlon.Core.Search;
using Merlon.Core.Storage;
using Merlon.Nodes;
using Merlon.Nodes.Collection.Packages;
using Merlon.Nodes.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Merlon.Core.Snapshots;

/// <summary>Begins and ends scans: the scan, its node, what changed, the packages and the events appear together or not at all.</summary>
internal sealed class NodeScanEnd(MerlonDb db, Journal journal, IBlobStore blobs, SnapshotFiles files, ChangeRows changes, PackageRows packages, ComponentNames names, TimeProvider time)
{
    /// <summary>A worker has taken it up.</summary>
    public async Task Begin(NodeScan scan, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await Row(scan).ExecuteUpdateAsync(set => set.SetProperty(s => s.Status, NodeScanStatus.Processing).SetProperty(s => s.UpdatedAt, now), ct);
        await Newest(scan).ExecuteUpdateAsync(set => set.SetProperty(n => n.LastScanStatus, NodeScanStatus.Processing), ct);
    }

    /// <summary>It ended without a snapshot.</summary>
    public async Task Fail(Caller system, NodeScan scan, Node node, Collected collected, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var row = await Row(scan).SingleAsync(ct);
        (row.Status, row.Message, row.UpdatedAt, row.Report) = (collected.Status, collected.Message, time.GetUtcNow(), Explain(collected).ToJson());
        await journal.Tell(system, ScanTales.Failed(node, row), ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await Newest(scan).ExecuteUpdateAsync(set => set.SetProperty(n => n.LastScanStatus, collected.Status), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Keeps a snapshot. False when the job is another worker's by now; then nothing was kept.</summary>
    public async Task<bool> Publish(JobRun run, NodeScan scan, NodeScanReport report, ScratchFile file, CancellationToken ct)
    {
        BlobId blob;
        await using (var content = file.Read()) blob = await blobs.Write(content, ct, BlobForm.Raw);
        using var after = SnapshotReader.Open(file.File);
        await packages.Read(scan, InstalledPurls.In(after).Select(installed => installed.Purl), ct);
        await names.Add(run.Tenant.Key, packages.Purls, ct);
        while (true)
        {
            switch (await Attempt(run, scan, report, blob, after, ct))
            {
                case Publishing.Done: return true;
                case Publishing.Lost: return false;
                case Publishing.Overtaken: continue;
            }
        }
    }

    private enum Publishing { Done, Lost, Overtaken }

    // Another scan of the node may end between the comparison and the commit; then this one is compared with that.
    private async Task<Publishing> Attempt(JobRun run, NodeScan scan, NodeScanReport report, BlobId blob, SnapshotReader after, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var node = await db.Of<Node>(run.Tenant).AsNoTracking().SingleAsync(n => n.Key == scan.NodeKey, ct);
        var previous = node.LastSnapshotKey is { } last ? await db.Of<NodeScan>(run.Tenant).AsNoTracking().SingleAsync(s => s.Key == last, ct) : null;
        using var before = previous is null ? null : await files.Open(previous, ct);
        var diff = before is null ? null : SnapshotDiff.Compare(before, after);
        var counts = SectionCounts.Of(diff);

        var row = await Row(scan).SingleAsync(ct);
        Fill(row, report, blob, after, previous, counts);
        foreach (var told in ScanTales.Succeeded(node, row, counts)) await journal.Tell(run.System, told, ct);
        var firstKey = await changes.Reserve(counts.Sum.Total, ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await run.Hold(db, ct)) return Publishing.Lost;
        if (!await Show(node, row, after, ct)) return Publishing.Overtaken;
        await changes.Load(transaction.GetDbTransaction(), node, row, diff, firstKey, ct);
        await packages.Replace(db, transaction.GetDbTransaction(), node, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Publishing.Done;
    }

    private void Fill(NodeScan row, NodeScanReport report, BlobId blob, SnapshotReader after, NodeScan? previous, SectionCounts counts)
    {
        var kept = new ScanStep("upload_node_scan", Succeeded: true, ImmutableSortedDictionary<string, int>.Empty.Add("node_id", (int)row.NodeKey).Add("node_scan_id", (int)row.Key), []);
        (row.Status, row.UpdatedAt, row.Snapshot, row.Items) = (NodeScanStatus.Success, time.GetUtcNow(), blob, after.Items);
        row.Report = new NodeScanReport(report.Steps.Add(kept)).ToJson();
        (row.PreviousKey, row.Added, row.Removed, row.Modified) = (previous?.Key, counts.Sum.Added, counts.Sum.Removed, counts.Sum.Modified);
        row.Tally = packages.Tally;
    }

    private async Task<bool> Show(Node node, NodeScan row, SnapshotReader after, CancellationToken ct)
    {
        var seen = SeenFacts.In(after);
        var shown = await db.Of<Node>(new TenantId(node.TenantKey, default)).Where(n => n.Key == node.Key && n.LastSnapshotKey == node.LastSnapshotKey).ExecuteUpdateAsync(set => set
            .SetProperty(n => n.LastSnapshotKey, row.Key)
            .SetProperty(n => n.LastScanStatus, n => n.LastScanKey == row.Key ? NodeScanStatus.Success : n.LastScanStatus)
            .SetProperty(n => n.Online, true)
            .SetProperty(n => n.IpAddress, n => seen.IpAddress ?? n.IpAddress)
            .SetProperty(n => n.MacAddress, n => n.MacAddress ?? seen.MacAddress)
            .SetProperty(n => n.OperatingSystemFamilyId, n => n.OperatingSystemFamilyId ?? seen.FamilyId)
            .SetProperty(n => n.OperatingSystemId, n => n.OperatingSystemId ?? seen.SystemId), ct);
        return shown == 1;
    }

    private static NodeScanReport Explain(Collected collected) => collected.Report.Steps.Any(s => !s.Succeeded)
        ? collected.Report
        : new NodeScanReport(collected.Report.Steps.Add(new ScanStep("generate_node_scan", Succeeded: false, ImmutableSortedDictionary<string, int>.Empty, [collected.Message!])));

    private IQueryable<NodeScan> Row(NodeScan scan) => db.Set<NodeScan>().Where(s => s.TenantKey == scan.TenantKey && s.Key == scan.Key);

    private IQueryable<Node> Newest(NodeScan scan) => db.Set<Node>().Where(n => n.TenantKey == scan.TenantKey && n.Key == scan.NodeKey && n.LastScanKey == scan.Key);
}
