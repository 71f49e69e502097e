using Merlon.Core.Applications;
using Merlon.Core.Components;
using Merlon.Core.Findings;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Findings.Publishing;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Merlon.Core.Scans;

/// <summary>An application's scans go with it, with their packages and findings, and out of the list over all current scans.</summary>
internal sealed class ScansOfApplication(MerlonDb db, FindingListWriter lists) : IApplicationPart
{
    public async Task Delete(Application application, TenantId tenant, CancellationToken ct)
    {
        await lists.Lock(tenant.Key, db.Database.CurrentTransaction!.GetDbTransaction(), ct);
        if (application.CurrentScanKey is { } current)
        {
            await lists.ChangeTenantList(tenant, await lists.All(tenant, current, ct), [], ct);
            await db.SaveChangesAsync(ct);
        }
        var scans = db.Of<Scan>(tenant).Where(s => s.ApplicationKey == application.Key).Select(s => s.Key);
        var findings = db.Of<Finding>(tenant).Where(f => f.ApplicationKey == application.Key).Select(f => f.Key);
        await db.Of<FindingListPage>(tenant).Where(p => scans.Contains(p.ScanKey)).ExecuteDeleteAsync(ct);
        await db.Of<FindingList>(tenant).Where(l => l.ApplicationKey == application.Key && l.ScanKey != FindingList.OfTenant).ExecuteDeleteAsync(ct);
        await db.Of<StagedFinding>(tenant).Where(f => scans.Contains(f.ScanKey)).ExecuteDeleteAsync(ct);
        await db.Of<ScanPackage>(tenant).Where(p => scans.Contains(p.ScanKey)).ExecuteDeleteAsync(ct);
        await db.Of<FindingTag>(tenant).Where(t => findings.Contains(t.FindingKey)).ExecuteDeleteAsync(ct);
        await db.Of<FindingDecision>(tenant).Where(d => d.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
        await db.Of<Finding>(tenant).Where(f => f.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
        await db.Of<Scan>(tenant).Where(s => s.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
    }
}
