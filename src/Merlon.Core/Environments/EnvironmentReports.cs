using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Merlon.Nodes.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Environments;

/// <summary>How the newest scans of an environment's nodes went. Nodes that were never scanned, or are being scanned, are left out.</summary>
/// <param name="Date">When the newest of them ended; null when there is none.</param>
public sealed record EnvironmentReport(Environment Environment, DateTimeOffset? Date, IReadOnlyList<NodeReport> Nodes)
{
    /// <summary>What changed on all nodes together.</summary>
    public DiffSummary Totals => new(Nodes.Sum(n => n.Changes.Added), Nodes.Sum(n => n.Changes.Removed), Nodes.Sum(n => n.Changes.Modified));
}

/// <summary>How the newest scan of a node went.</summary>
public sealed record NodeReport(long Key, string Name, bool Succeeded, DiffSummary Changes, DateTimeOffset At);

/// <summary>Makes the reports of environments.</summary>
public sealed class EnvironmentReports(MerlonDb db)
{
    /// <summary>The report of an environment that was found for the caller; of its nodes those that the caller may see.</summary>
    public async Task<EnvironmentReport> Of(Environment environment, Caller caller, CancellationToken ct)
    {
        var nodes = db.Of<Node>(caller.Tenant).Live().Within(caller.Reach(Scope.NodesRead)).Where(n => n.EnvironmentKey == environment.Key);
        var scans = db.Of<NodeScan>(caller.Tenant).Where(s => s.Status != NodeScanStatus.Pending && s.Status != NodeScanStatus.Processing);
        var rows = await nodes.Join(scans, n => n.LastScanKey, s => (long?)s.Key, (n, s) => new { n.Key, n.Name, s.Status, s.Added, s.Removed, s.Modified, s.UpdatedAt })
            .OrderBy(row => row.Key).ToListAsync(ct);
        return new(environment, rows.Count == 0 ? null : rows.Max(row => row.UpdatedAt),
            [.. rows.Select(row => new NodeReport(row.Key, row.Name, row.Status == NodeScanStatus.Success, new DiffSummary(row.Added, row.Removed, row.Modified), row.UpdatedAt))]);
    }
}
