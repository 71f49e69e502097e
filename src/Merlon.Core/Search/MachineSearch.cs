using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Search;

/// <summary>Looks for machines by their names and by the packages that are installed on them. Both are found by index.</summary>
public sealed class MachineSearch(MerlonDb db, ComponentNames names)
{
    /// <summary>Most packages answered.</summary>
    public const int MostPackages = 200;

    /// <summary>Most machines answered for their names.</summary>
    public const int MostNamed = 20;

    private const int MostNames = 200;

    /// <summary>The machines that match, by name, each with its packages that do; true when more match than are shown.</summary>
    public async Task<(ImmutableArray<MachineHits> Hits, bool More)> Find(string part, Caller caller, CancellationToken ct)
    {
        var named = await Visible(caller, Scope.NodesRead).Where(n => n.NameFolded.Contains(part)).OrderBy(n => n.NameFolded).ThenBy(n => n.Key).Select(n => n.Key).Take(MostNamed).ToListAsync(ct);
        var packages = await Packages(part, caller, ct);
        var byNode = packages.ToLookup(p => p.NodeKey);
        long[] found = [.. named.Concat(packages.Select(p => p.NodeKey)).Distinct()];
        var titles = await db.Of<Node>(caller.Tenant).AsNoTracking().Where(n => found.Contains(n.Key)).OrderBy(n => n.NameFolded).ThenBy(n => n.Key).Select(n => new { n.Key, n.Name }).ToListAsync(ct);
        return ([.. titles.Select(n => new MachineHits(n.Key, n.Name, [.. byNode[n.Key]]))], named.Count == MostNamed || packages.Count == MostPackages);
    }

    private async Task<List<NodePackage>> Packages(string part, Caller caller, CancellationToken ct)
    {
        var folded = (await names.FoldedHolding(part, caller.Tenant, MostNames, ct)).ToArray();
        if (folded.Length == 0) return [];
        var readable = Visible(caller, Scope.SnapshotsRead);
        return await db.Of<NodePackage>(caller.Tenant).AsNoTracking()
            .Where(p => folded.Contains(p.NameFolded) && readable.Any(n => n.Key == p.NodeKey))
            .OrderBy(p => p.NameFolded).ThenBy(p => p.NodeKey).ThenBy(p => p.Sequence).Take(MostPackages).ToListAsync(ct);
    }

    private IQueryable<Node> Visible(Caller caller, Scope scope) => db.Of<Node>(caller.Tenant).Live().Within(caller.Reach(scope));
}
