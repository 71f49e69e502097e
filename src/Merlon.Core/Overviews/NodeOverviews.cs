using System.Collections.Immutable;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads the list of nodes, and one in short.</summary>
public sealed class NodeOverviews(MerlonDb db, NodeHeads heads, NodeSnapshotOverviews snapshots, NodeChangeOverviews changes)
{
    private const int StretchSize = 50;
    private const int MostScans = 30;
    private const int MostEvents = 15;

    /// <summary>How many nodes the caller may see.</summary>
    public Task<int> Count(Caller caller, CancellationToken ct) => heads.Visible(caller).CountAsync(ct);

    /// <summary>A stretch of the nodes whose names hold <paramref name="filter"/>, by name, after the place <paramref name="after"/>.</summary>
    public async Task<Outcome<NodeStretch>> List(string? filter, string? after, Caller caller, CancellationToken ct)
    {
        if (!caller.MayAnywhere(Scope.NodesRead)) return new Refusal.Forbidden(Scope.NodesRead);
        var visible = heads.Visible(caller).AsNoTracking();
        if (Columns.Fold(filter ?? "") is { Length: > 0 } part) visible = visible.Where(n => n.NameFolded.Contains(part));
        if (NodePlace.Read(after) is { } place) visible = visible.Where(n => string.Compare(n.NameFolded, place.Name) > 0 || (n.NameFolded == place.Name && n.Key > place.Key));
        var rows = await visible.OrderBy(n => n.NameFolded).ThenBy(n => n.Key).Take(StretchSize + 1).ToListAsync(ct);
        var shown = await heads.Of([.. rows.Take(StretchSize)], caller, ct);
        return new NodeStretch(filter ?? "", shown, rows.Count > StretchSize ? NodePlace.Of(rows[StretchSize - 1]).ToString() : null);
    }

    /// <summary>A node in short.</summary>
    public Task<Outcome<NodeSummary>> Summary(long key, Caller caller, CancellationToken ct) => heads.Read(key, caller, ct).ThenGet(async head => new NodeSummary(
        head,
        await snapshots.Sections(head, ct),
        caller.May(Scope.SnapshotsRead, head.Node) ? await Scans(head.Node, ct) : [],
        head.Seen is null ? [] : await changes.First(head, ct),
        caller.May(Scope.EventsRead, head.Node) ? await Events(head.Node, caller, ct) : []));

    private async Task<ImmutableArray<NodeScan>> Scans(Node node, CancellationToken ct) =>
        [.. await db.Set<NodeScan>().AsNoTracking().Where(s => s.TenantKey == node.TenantKey && s.NodeKey == node.Key).OrderByDescending(s => s.Key).Take(MostScans).ToListAsync(ct)];

    private async Task<ImmutableArray<EventLine>> Events(Node node, Caller caller, CancellationToken ct)
    {
        var rows = await db.Of<Event>(caller.Tenant).AsNoTracking().Where(e => e.NodeKey == node.Key).OrderByDescending(e => e.Key).Take(MostEvents).ToListAsync(ct);
        return [.. rows.Select(EventLine.Of)];
    }
}
