using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Scans;

/// <summary>Clears away what scans left that died with their process: nobody saw any of it, and nobody will.</summary>
public sealed class ScanSweeper(MerlonDb db, ScanPublisher publisher, TimeProvider time) : IRecurringWork
{
    /// <summary>A running scan that nothing arrived for in this time is dead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    // What an ended scan left is normally cleared at once; somebody may just be doing it.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public string Name => "scan-sweeper";

    public JobLane Lane => JobLane.Light;

    public string? Cron => "0 23 * * * ?";

    public Task Run(CancellationToken ct) => Sweep(ct);

    /// <summary>Ends dead scans and removes leftovers, of all tenants. Returns how many scans were cleared.</summary>
    public Task<int> Sweep(CancellationToken ct) => Sweep(Patience, Grace, ct);

    internal async Task<int> Sweep(TimeSpan patience, TimeSpan grace, CancellationToken ct)
    {
        var (dead, left) = (time.GetUtcNow() - patience, time.GetUtcNow() - grace);
        var remains = await db.OfAllTenants<Scan>().AsNoTracking().Where(s => s.HasLeftovers && s.TouchedAt <= (s.Status == ScanStatus.Running ? dead : left)).ToListAsync(ct);
        foreach (var scan in remains)
        {
            if (scan.Status == ScanStatus.Running) await End(scan, ct);
            else if (scan.Status == ScanStatus.Completed) await publisher.Tidy(scan, ct);
            else await publisher.Discard(scan, ct);
        }
        return remains.Count;
    }

    private async Task End(Scan scan, CancellationToken ct)
    {
        var tenant = scan.Tenant();
        if (await db.Of<Application>(tenant).AsNoTracking().SingleOrDefaultAsync(a => a.Key == scan.ApplicationKey, ct) is { } application)
            await publisher.Abandon(application, scan, ScanStatus.Failed, "The scan stopped before it was finished.", Caller.System(tenant), ct);
        else
            await publisher.Discard(scan, ct);
    }
}
