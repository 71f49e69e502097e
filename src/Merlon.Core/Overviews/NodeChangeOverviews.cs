using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads what changed on a node from one scan to the next.</summary>
public sealed class NodeChangeOverviews(MerlonDb db, NodeHeads heads)
{
    private const int StretchSize = 100;
    private const int MostInShort = 5;

    /// <summary>A stretch of the changes that one scan saw, or all scans together, newest first, before the key <paramref name="before"/>.</summary>
    public Task<Outcome<NodeChangeList>> List(long key, long? scan, long? before, Caller caller, CancellationToken ct) =>
        heads.ReadSeen(key, caller, ct).ThenGet(async head =>
        {
            var changes = Of(head);
            if (scan is { } one) changes = changes.Where(c => c.ScanKey == one);
            if (before is { } place) changes = changes.Where(c => c.Key < place);
            var rows = await changes.OrderByDescending(c => c.Key).Take(StretchSize + 1).ToListAsync(ct);
            return new NodeChangeList(head, scan, Lines(rows.Take(StretchSize)), rows.Count > StretchSize ? rows[StretchSize - 1].Key : null);
        });

    /// <summary>The last changes.</summary>
    internal async Task<ImmutableArray<ChangeLine>> First(NodeHead head, CancellationToken ct) =>
        Lines(await Of(head).OrderByDescending(c => c.Key).Take(MostInShort).ToListAsync(ct));

    private IQueryable<Change> Of(NodeHead head) => db.Set<Change>().AsNoTracking().Where(c => c.TenantKey == head.Node.TenantKey && c.NodeKey == head.Node.Key);

    private static ImmutableArray<ChangeLine> Lines(IEnumerable<Change> rows) => [.. rows.Select(ChangeLine.Of)];
}
