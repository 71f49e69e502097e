using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Scans;

/// <summary>Clears away what scans left that died with their process: nobody saw any of it, and nobody will.</summary>
public sealed class ScanSweeper(MerlonDb db, ScanPublisher publisher, TimeProvider time)
{
    /// <summary>A running scan that nothing arrived for in this time is dead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <summary>Ends dead scans and removes leftovers, of all tenants. Returns how many scans were cleared.</summary>
    public Task<int> Sweep(CancellationToken ct) => Sweep(Patience, ct);

    internal async Task<int> Sweep(TimeSpan patience, CancellationToken ct)
    {
        var dead = time.GetUtcNow() - patience;
        var left = await db.OfAllTenants<Scan>().AsNoTracking().Where(s => s.HasLeftovers && (s.Status != ScanStatus.Running || s.TouchedAt < dead)).ToListAsync(ct);
        foreach (var scan in left)
        {
            if (scan.Status == ScanStatus.Running) await End(scan, ct);
            else if (scan.Status == ScanStatus.Completed) await publisher.Tidy(scan, ct);
            else await publisher.Discard(scan, ct);
        }
        return left.Count;
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
