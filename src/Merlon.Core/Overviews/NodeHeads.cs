using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads nodes with their newest scans, from counts that were kept when those ended.</summary>
public sealed class NodeHeads(MerlonDb db, NodeRegister nodes)
{
    /// <summary>One node.</summary>
    public Task<Outcome<NodeHead>> Read(long key, Caller caller, CancellationToken ct) =>
        nodes.Find(key, caller, ct).ThenGet(async node => (await Of([node], caller, ct))[0]);

    /// <summary>One node, for who may see what scans saw of it, which must have been scanned.</summary>
    public Task<Outcome<NodeHead>> ReadSeen(long key, Caller caller, CancellationToken ct) => Read(key, caller, ct).Then(head => Task.FromResult<Outcome<NodeHead>>(
        caller.May(Scope.SnapshotsRead, head.Node) ? head : new Refusal.Forbidden(Scope.SnapshotsRead)));

    /// <summary>The most exposed nodes first; those that nobody looked at yet come last.</summary>
    public async Task<ImmutableArray<NodeHead>> Worst(int most, Caller caller, CancellationToken ct)
    {
        var ranked =
            from node in Visible(caller).AsNoTracking()
            join scan in db.Of<NodeScan>(caller.Tenant) on node.LastSnapshotKey equals (long?)scan.Key into scans
            from scan in scans.DefaultIfEmpty()
            orderby scan == null ? 0 : scan.Critical descending, scan == null ? 0 : scan.High descending, scan == null ? 0 : scan.Medium descending, node.LastSnapshotKey ?? 0 descending, node.Key descending
            select node;
        return await Of(await ranked.Take(most).ToListAsync(ct), caller, ct);
    }

    /// <summary>These nodes, in their order.</summary>
    public async Task<ImmutableArray<NodeHead>> Of(IReadOnlyList<Node> rows, Caller caller, CancellationToken ct)
    {
        if (rows.Count == 0) return [];
        long[] scanKeys = [.. rows.SelectMany(n => (long?[])[n.LastScanKey, n.LastSnapshotKey]).OfType<long>().Distinct()];
        long[] environmentKeys = [.. rows.Select(n => n.EnvironmentKey).Distinct()];
        var scans = await db.Of<NodeScan>(caller.Tenant).AsNoTracking().Where(s => scanKeys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, ct);
        var environments = await db.Of<Environments.Environment>(caller.Tenant).Where(e => environmentKeys.Contains(e.Key)).ToDictionaryAsync(e => e.Key, e => e.Name, ct);
        return [.. rows.Select(node => new NodeHead(node, environments.GetValueOrDefault(node.EnvironmentKey, ""), Scan(node.LastScanKey), caller.May(Scope.SnapshotsRead, node) ? Scan(node.LastSnapshotKey) : null))];

        NodeScan? Scan(long? key) => key is { } known ? scans.GetValueOrDefault(known) : null;
    }

    /// <summary>The nodes that the caller may see.</summary>
    internal IQueryable<Node> Visible(Caller caller) => db.Of<Node>(caller.Tenant).Live().Within(caller.Reach(Scope.NodesRead));
}
