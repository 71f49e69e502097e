using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads the packages of a node: the vulnerable ones worst first, and all of them as its snapshot has them.</summary>
public sealed class NodePackageOverviews(MerlonDb db, NodeHeads heads)
{
    private const int MostVulnerable = 300;
    private const int StretchSize = 100;

    /// <summary>The packages of the newest snapshot whose names hold <paramref name="filter"/>, a stretch of them after the number <paramref name="after"/>.</summary>
    public Task<Outcome<NodePackages>> Of(long key, string? filter, int after, Caller caller, CancellationToken ct) =>
        heads.ReadSeen(key, caller, ct).ThenGet(async head =>
        {
            var packages = db.Of<NodePackage>(caller.Tenant).AsNoTracking().Where(p => p.NodeKey == head.Node.Key);
            var part = Columns.Fold(filter?.Trim() ?? "");
            if (part.Length > 0) packages = packages.Where(p => p.NameFolded.Contains(part));
            var stretch = await packages.Where(p => p.Sequence > after).OrderBy(p => p.Sequence).Take(StretchSize + 1).ToListAsync(ct);
            return new NodePackages(
                head, filter?.Trim() ?? "", after == 0 && part.Length == 0 ? await Vulnerable(packages, ct) : [],
                [.. stretch.Take(StretchSize)], stretch.Count > StretchSize ? stretch[StretchSize - 1].Sequence : null);
        });

    private static async Task<ImmutableArray<NodePackage>> Vulnerable(IQueryable<NodePackage> packages, CancellationToken ct) =>
        [.. await packages.Where(p => p.VulnerabilityCount > 0).OrderByDescending(p => p.Worst).ThenByDescending(p => p.VulnerabilityCount).ThenBy(p => p.NameFolded).Take(MostVulnerable).ToListAsync(ct)];
}
