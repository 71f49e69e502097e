using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Retention;

/// <summary>
/// Ended scans past their time, with their packages, files and findings. The last complete scan of each branch and of each stage stays whatever its
/// age, and so does the one that an application shows.
/// </summary>
internal sealed class OldScans(MerlonDb db, IEnumerable<IScanPart> parts) : IRetained
{
    public string What => "scans";

    public int Days(RetentionOptions options) => options.ScanDays;

    public async Task<int> RemoveSome(TenantId tenant, DateTimeOffset before, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await Replaced(tenant, before).OrderBy(s => s.Key).FirstOrDefaultAsync(ct) is not { } scan) return 0;
        // The row goes last: cut off anywhere, the next night begins with this scan again.
        foreach (var part in parts) await part.Retire(scan, ct);
        return await db.Of<Scan>(tenant).Where(s => s.Key == scan.Key).ExecuteDeleteAsync(ct);
    }

    private IQueryable<Scan> Replaced(TenantId tenant, DateTimeOffset before)
    {
        var complete = db.Of<Scan>(tenant).Where(s => s.Status == ScanStatus.Completed);
        return db.Of<Scan>(tenant).AsNoTracking()
            .Where(s => s.Status != ScanStatus.Running && !s.HasLeftovers && s.CompletedAt < before)
            .Where(s => !db.Of<Application>(tenant).Any(a => a.Key == s.ApplicationKey && a.CurrentScanKey == s.Key))
            .Where(s => s.Status != ScanStatus.Completed
                || (complete.Any(later => later.ApplicationKey == s.ApplicationKey && later.Branch == s.Branch && later.Number > s.Number)
                    && (s.Stage == null || complete.Any(later => later.ApplicationKey == s.ApplicationKey && later.Stage == s.Stage && later.Number > s.Number))));
    }
}
