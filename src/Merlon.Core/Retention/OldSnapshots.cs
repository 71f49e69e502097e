using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Retention;

/// <summary>
/// Scans of nodes past their time, with what they saw change; the sweeper of blobs removes their snapshots. A node's last scan and last snapshot stay
/// whatever their age, and so does what a scan that stays was compared with.
/// </summary>
internal sealed class OldSnapshots(MerlonDb db) : IRetained
{
    // A scan may have seen many thousand changes.
    private const int ScansAtATime = 20;

    public string What => "snapshots";

    public int Days(RetentionOptions options) => options.SnapshotDays;

    public async Task<int> RemoveSome(TenantId tenant, DateTimeOffset before, CancellationToken ct)
    {
        var scans = db.Of<NodeScan>(tenant);
        var nodes = db.Of<Node>(tenant);
        var old = await scans
            .Where(s => s.Status != NodeScanStatus.Pending && s.Status != NodeScanStatus.Assigned && s.Status != NodeScanStatus.Processing && s.CreatedAt < before)
            .Where(s => !nodes.Any(n => n.Key == s.NodeKey && (n.LastSnapshotKey == s.Key || n.LastScanKey == s.Key)))
            .Where(s => !scans.Any(later => later.NodeKey == s.NodeKey && later.PreviousKey == s.Key
                && (later.CreatedAt >= before || nodes.Any(n => n.Key == s.NodeKey && n.LastSnapshotKey == later.Key))))
            .OrderBy(s => s.Key).Select(s => s.Key).Take(ScansAtATime).ToListAsync(ct);
        if (old.Count == 0) return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Of<Change>(tenant).Where(c => old.Contains(c.ScanKey)).ExecuteDeleteAsync(ct);
        var removed = await scans.Where(s => old.Contains(s.Key)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return removed;
    }
}
