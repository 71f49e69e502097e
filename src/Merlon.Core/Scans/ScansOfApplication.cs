using System.Data.Common;
using Merlon.Core.Applications;
using Merlon.Core.Components;
using Merlon.Core.Findings;
using Merlon.Core.Findings.Documents;
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
    private const int FindingsAtOnce = 5000;

    public async Task Delete(Application application, TenantId tenant, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await lists.Lock(tenant.Key, transaction, ct);
        if (application.CurrentScanKey is { } current)
        {
            await lists.ChangeTenantList(tenant, await lists.All(tenant, current, ct), [], ct);
            await db.SaveChangesAsync(ct);
        }
        var scans = db.Of<Scan>(tenant).Where(s => s.ApplicationKey == application.Key).Select(s => s.Key);
        await db.Of<FindingListPage>(tenant).Where(p => scans.Contains(p.ScanKey)).ExecuteDeleteAsync(ct);
        await db.Of<FindingList>(tenant).Where(l => l.ApplicationKey == application.Key && l.ScanKey != FindingList.OfTenant).ExecuteDeleteAsync(ct);
        await db.Of<StagedBatch>(tenant).Where(b => scans.Contains(b.ScanKey)).ExecuteDeleteAsync(ct);
        await db.Of<ScanPackage>(tenant).Where(p => scans.Contains(p.ScanKey)).ExecuteDeleteAsync(ct);
        await db.Of<DocumentBlock>(tenant).Where(d => scans.Contains(d.ScanKey)).ExecuteDeleteAsync(ct);
        await Untag(application, tenant, transaction, ct);
        await db.Of<FindingDecision>(tenant).Where(d => d.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
        await db.Of<Finding>(tenant).Where(f => f.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
        await db.Of<Scan>(tenant).Where(s => s.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
    }

    // A finding names its tags, so that their rows are found without an index that every scan would have to write.
    private async Task Untag(Application application, TenantId tenant, DbTransaction transaction, CancellationToken ct)
    {
        var findings = db.Of<Finding>(tenant).Where(f => f.ApplicationKey == application.Key).OrderBy(f => f.Fingerprint);
        for (string after = ""; ;)
        {
            var some = await findings.Where(f => string.Compare(f.Fingerprint, after) > 0).Take(FindingsAtOnce).Select(f => new { f.Fingerprint, f.Key, f.Tags }).ToListAsync(ct);
            if (some.Count == 0) return;
            await FindingTagRows.Remove(tenant.Key, [.. some.SelectMany(f => FindingTag.Unpack(f.Tags).Select(tag => (tag, f.Key)))], transaction, ct);
            after = some[^1].Fingerprint;
        }
    }
}
