using Merlon.Core.Applications;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Scans;

/// <summary>Which scan an application shows.</summary>
internal static class ScanOrder
{
    /// <summary>
    /// Whether the scan, which is being published, becomes the one that the application shows: it looked at the default branch (the first scan
    /// decides which that is, where nobody did), and no scan that was begun later is complete already.
    /// </summary>
    public static async Task<bool> TakesOver(MerlonDb db, Application application, Scan scan, CancellationToken ct) =>
        (application.DefaultBranch is null || application.DefaultBranch == scan.Branch)
        && !await db.Of<Scan>(scan.Tenant()).AnyAsync(s => s.ApplicationKey == scan.ApplicationKey && s.Branch == scan.Branch && s.Status == ScanStatus.Completed && s.Number > scan.Number, ct);
}
