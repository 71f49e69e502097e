using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Nodes.Snapshots;

namespace Merlon.Core.Snapshots;

/// <summary>A scan, its node and what it saw, open for reading.</summary>
public sealed record OpenedScan(NodeScan Scan, Node Node, SnapshotReader Snapshot) : IDisposable
{
    public void Dispose() => Snapshot.Dispose();
}

/// <summary>Two scans to compare.</summary>
public sealed record OpenedPair(OpenedScan Before, OpenedScan After) : IDisposable
{
    /// <summary>What changed from the first to the second; can be enumerated again.</summary>
    public IEnumerable<ItemChange> Changes => SnapshotDiff.Compare(Before.Snapshot, After.Snapshot).Changes();

    public void Dispose()
    {
        Before.Dispose();
        After.Dispose();
    }
}

/// <summary>
/// Which scans to compare: two scans, the newest ones of two nodes, or the newest one of a node with the one before it. What is named
/// first is the old side.
/// </summary>
public sealed record Comparison
{
    public long? NodeKey { get; init; }
    public long? OtherNodeKey { get; init; }
    public long? ScanKey { get; init; }
    public long? OtherScanKey { get; init; }
}

/// <summary>Opens what scans saw, for callers who may see it.</summary>
public sealed class SnapshotViews(NodeScans scans, NodeRegister nodes, SnapshotFiles files)
{
    private static readonly Refusal.NotFound NoSnapshot = new("node scan");
    private static readonly Refusal.Invalid NothingToCompare = new("", "Say what to compare: node_id, node_id and compare_node_id, or scan_id and compare_scan_id.");

    /// <summary>What the scan with this key saw.</summary>
    public Task<Outcome<OpenedScan>> Open(long scan, Caller caller, CancellationToken ct) => scans.Find(scan, caller, ct).Then(found => Open(found, ct));

    /// <summary>What the newest scan of a node saw, or the newest one with this label, or the one with this key.</summary>
    public Task<Outcome<OpenedScan>> Latest(long node, Caller caller, CancellationToken ct, long? scan = null, string? label = null) =>
        nodes.Find(node, caller, ct).Then(n => scans.LastSuccessful(n, caller, ct, scan, label).Then(s => Open(new ScanOfNode(s, n), ct)));

    /// <summary>Opens both sides of a comparison. A node with one scan is compared with itself.</summary>
    public async Task<Outcome<OpenedPair>> Compare(Comparison wanted, Caller caller, CancellationToken ct) => wanted switch
    {
        { ScanKey: { } old, OtherScanKey: { } current } => await Pair(Open(old, caller, ct), _ => Open(current, caller, ct)),
        { NodeKey: { } old, OtherNodeKey: { } current } => await Pair(Latest(old, caller, ct), _ => Latest(current, caller, ct)),
        { NodeKey: { } node } => Turned(await Pair(Latest(node, caller, ct), latest => Open(latest.Scan.PreviousKey ?? latest.Scan.Key, caller, ct))),
        _ => NothingToCompare,
    };

    private static async Task<Outcome<OpenedPair>> Pair(Task<Outcome<OpenedScan>> first, Func<OpenedScan, Task<Outcome<OpenedScan>>> second)
    {
        if (!(await first).Succeeded(out var before, out var refusal)) return refusal;
        if ((await second(before)).Succeeded(out var after, out refusal)) return new OpenedPair(before, after);
        before.Dispose();
        return refusal;
    }

    private static Outcome<OpenedPair> Turned(Outcome<OpenedPair> pair) => pair.Map(p => new OpenedPair(p.After, p.Before));

    private async Task<Outcome<OpenedScan>> Open(ScanOfNode found, CancellationToken ct) =>
        found.Scan.Snapshot is null ? NoSnapshot : new OpenedScan(found.Scan, found.Node, await files.Open(found.Scan, ct));
}
