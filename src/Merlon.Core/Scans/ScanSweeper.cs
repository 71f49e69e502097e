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

    /// <summary>Ends dead scans and removes leftovers, of all tenants.</summary>
    public async Task Run(CancellationToken ct)
    {
        var (dead, left) = (time.GetUtcNow() - Patience, time.GetUtcNow() - Grace);
        var remains = await db.OfAllTenants<Scan>().AsNoTracking().Where(s => s.HasLeftovers && s.TouchedAt <= (s.Status == ScanStatus.Running ? dead : left)).ToListAsync(ct);
        foreach (var scan in remains)
        {
            if (scan.Status == ScanStatus.Running) await End(scan, dead, ct);
            else if (scan.Status == ScanStatus.Completed) await publisher.Tidy(scan, ct);
            else await publisher.Discard(scan, ct);
        }
    }

    private async Task End(Scan scan, DateTimeOffset dead, CancellationToken ct)
    {
        var tenant = scan.Tenant();
        // It may have come back to life, or to its end, while those before it were cleared.
        if (!await db.Of<Scan>(tenant).AnyAsync(s => s.Key == scan.Key && s.Status == ScanStatus.Running && s.TouchedAt <= dead, ct)) return;
        if (await db.Of<Application>(tenant).AsNoTracking().SingleOrDefaultAsync(a => a.Key == scan.ApplicationKey, ct) is { } application)
            await publisher.Abandon(application, scan, ScanStatus.Failed, "The scan stopped before it was finished.", Caller.System(tenant), ct);
        else
            await publisher.Discard(scan, ct);
    }
}
