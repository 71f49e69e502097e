using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Snapshots;

/// <summary>What can be asked of the scans of nodes, and how one begins. <see cref="NodeScanJob"/> does it.</summary>
public sealed class NodeScans(MerlonDb db, IStorageEngine engine, Keys keys, Jobs.Jobs jobs, TimeProvider time)
{
    /// <summary>Longest label of a scan.</summary>
    public const int MaxLabel = 255;

    private static readonly Refusal.NotFound NotFound = new("node scan");

    /// <summary>Queues a scan of the node.</summary>
    public async Task<Outcome<NodeScan>> Start(Node node, string? label, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.NodesScan, node)) return new Refusal.Forbidden(Scope.NodesScan);
        if (label is { Length: > MaxLabel } || label?.Contains('\0', StringComparison.Ordinal) == true) return new Refusal.Invalid("label", $"A label has at most {MaxLabel} printable characters.");

        var scan = New(await keys.Next<NodeScan>(ct), node, string.IsNullOrWhiteSpace(label) ? null : label.Trim());
        var job = await jobs.Queue(Draft(scan, node), caller, ct);
        (scan.JobKey, scan.TaskKey) = (job.Key, db.ChangeTracker.Entries<JobTask>().Single(entry => entry.Entity.JobKey == job.Key).Entity.Key);
        db.Add(scan);
        (node.LastScanKey, node.LastScanStatus) = (scan.Key, scan.Status);
        if (await db.TryCommit(engine, ct) != Commit.Done) return new Refusal.NotFound("node");
        jobs.Wake(job);
        return scan;
    }

    /// <summary>A page of the scans of a node that left a snapshot, newest first; <paramref name="from"/> and <paramref name="to"/> bound when they were begun.</summary>
    public async Task<IReadOnlyList<NodeScan>> List(Node node, DateTimeOffset? from, DateTimeOffset? to, NumberedPage page, CancellationToken ct)
    {
        var scans = Successful(node);
        if (from is { } first) scans = scans.Where(s => s.CreatedAt >= first);
        if (to is { } last) scans = scans.Where(s => s.CreatedAt < last);
        return await page.Of(scans.AsNoTracking().OrderByDescending(s => s.Key)).ToListAsync(ct);
    }

    /// <summary>The scan with this key and its node, if the caller may see what it saw.</summary>
    public async Task<Outcome<ScanOfNode>> Find(long key, Caller caller, CancellationToken ct)
    {
        var nodes = db.Of<Node>(caller.Tenant).Live().Within(caller.Reach(Scope.SnapshotsRead));
        return await db.Of<NodeScan>(caller.Tenant).AsNoTracking().Where(s => s.Key == key)
            .Join(nodes.AsNoTracking(), s => s.NodeKey, n => n.Key, (s, n) => new ScanOfNode(s, n)).SingleOrDefaultAsync(ct) is { } found ? found : NotFound;
    }

    /// <summary>The newest scan of a node, whatever became of it.</summary>
    public async Task<Outcome<NodeScan>> Last(Node node, CancellationToken ct) =>
        await Of(node).AsNoTracking().OrderByDescending(s => s.Key).FirstOrDefaultAsync(ct) is { } scan ? scan : NotFound;

    /// <summary>The newest scan of a node that left a snapshot, or the newest one with this label, or the one with this key.</summary>
    public async Task<Outcome<NodeScan>> LastSuccessful(Node node, Caller caller, CancellationToken ct, long? key = null, string? label = null)
    {
        if (!caller.May(Scope.SnapshotsRead, node)) return new Refusal.Forbidden(Scope.SnapshotsRead);
        var scans = Successful(node);
        if (key is { } wanted) scans = scans.Where(s => s.Key == wanted);
        if (label is not null) scans = scans.Where(s => s.Label == label);
        return await scans.AsNoTracking().OrderByDescending(s => s.Key).FirstOrDefaultAsync(ct) is { } scan ? scan : NotFound;
    }

    /// <summary>The newest scan of each of some nodes that left a snapshot, with its node; for searches.</summary>
    public async Task<IReadOnlyList<ScanOfNode>> Newest(NodeFilter filter, int most, Caller caller, CancellationToken ct)
    {
        var nodes = filter.Of(db.Of<Node>(caller.Tenant)).Within(caller.Reach(Scope.SnapshotsRead)).Where(n => n.LastSnapshotKey != null).AsNoTracking();
        return await db.Of<NodeScan>(caller.Tenant).AsNoTracking()
            .Join(nodes, s => (long?)s.Key, n => n.LastSnapshotKey, (s, n) => new { Scan = s, Node = n })
            .OrderBy(pair => pair.Node.Key).Take(most).Select(pair => new ScanOfNode(pair.Scan, pair.Node)).ToListAsync(ct);
    }

    private IQueryable<NodeScan> Of(Node node) => db.Set<NodeScan>().Where(s => s.TenantKey == node.TenantKey && s.NodeKey == node.Key);

    private IQueryable<NodeScan> Successful(Node node) => Of(node).Where(s => s.Status == NodeScanStatus.Success);

    private static JobDraft Draft(NodeScan scan, Node node) => new(NodeScanJob.JobKind, JobSource.NodeScan, node.Key)
    {
        SourceName = node.Name,
        NodeKey = node.Key,
        EnvironmentKey = node.EnvironmentKey,
        Payload = NodeScanPayload.Write(scan.Key),
        Tasks = [new JobTaskDraft(scan.Label ?? $"Scan of {node.Name}", node.Key)],
    };

    private NodeScan New(long key, Node node, string? label) => new()
    {
        TenantKey = node.TenantKey,
        Key = key,
        NodeKey = node.Key,
        Label = label,
        Status = NodeScanStatus.Pending,
        ScanOptions = node.ScanOptions,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };
}
