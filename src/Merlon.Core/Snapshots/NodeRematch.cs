using System.Text.Json;
using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Storage;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Merlon.Core.Snapshots;

/// <summary>Judges the packages of a node's newest snapshot afresh. The snapshot stays as it is; only what is known against it changes.</summary>
internal sealed class NodeRematch(MerlonDb db, PackageRows rows)
{
    /// <summary>Matches one node; says what changed, or null when nothing did.</summary>
    public async Task<string?> Run(long nodeKey, TenantId tenant, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var node = await db.Of<Node>(tenant).AsNoTracking().Live().SingleOrDefaultAsync(n => n.Key == nodeKey, ct);
        var scan = node?.LastSnapshotKey is { } last ? await db.Of<NodeScan>(tenant).SingleOrDefaultAsync(s => s.Key == last, ct) : null;
        if (node is null || scan is null || scan.Packages == 0) return null;

        var kept = await db.Of<NodePackage>(tenant).AsNoTracking().Where(p => p.NodeKey == node.Key).OrderBy(p => p.Sequence).ToListAsync(ct);
        await rows.Read(scan, kept.Select(p => Purl.Parse(p.Purl)), ct);
        if (rows.Judgements.SequenceEqual(kept.Select(Judgement))) return null;
        var before = scan.VulnerablePackages;
        return await Keep(node, scan, tenant, ct) ? $"{node.Name}: {scan.VulnerablePackages} vulnerable packages, {before} before" : null;
    }

    private async Task<bool> Keep(Node node, NodeScan scan, TenantId tenant, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Between the look and the lock a newer scan may have come, which judged by the same advisories.
        var held = await db.Of<Node>(tenant).Where(n => n.Key == node.Key && n.LastSnapshotKey == scan.Key).ExecuteUpdateAsync(set => set.SetProperty(n => n.LastSnapshotKey, scan.Key), ct);
        if (held == 0) return false;
        await rows.Replace(db, transaction.GetDbTransaction(), node, ct);
        scan.Tally = rows.Tally;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static (string, PackageState, string) Judgement(NodePackage p) => (p.Purl, p.State, JsonSerializer.Serialize(p.Vulnerabilities, JsonSerializerOptions.Web));
}
