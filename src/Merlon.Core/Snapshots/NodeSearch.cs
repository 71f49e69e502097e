using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Nodes.Snapshots;

namespace Merlon.Core.Snapshots;

/// <summary>What a search found on one node.</summary>
public sealed record NodeHits(NodeScan Scan, Node Node, IReadOnlyList<SnapshotItem> Items);

/// <summary>Looks through the newest snapshots of nodes.</summary>
public sealed class NodeSearch(NodeScans scans, SnapshotFiles files)
{
    /// <summary>Nodes that one search looks at.</summary>
    public const int MostNodes = 500;

    /// <summary>Items that it shows of each.</summary>
    public const int MostItems = 200;

    /// <summary>The nodes on which something matches, in the order of their keys, each with the first things that do.</summary>
    public async Task<IReadOnlyList<NodeHits>> Find(SnapshotQuery query, long? environment, Caller caller, CancellationToken ct)
    {
        var found = new List<NodeHits>();
        foreach (var newest in await scans.Newest(new NodeFilter { EnvironmentKey = environment }, MostNodes, caller, ct))
        {
            ct.ThrowIfCancellationRequested();
            using var snapshot = await files.Open(newest.Scan, ct);
            var items = SnapshotSearch.Find(snapshot, query).Take(MostItems).ToList();
            if (items.Count > 0) found.Add(new NodeHits(newest.Scan, newest.Node, items));
        }
        return found;
    }
}
