using Merlon.Core.Findings.Documents;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Merlon.Core.Findings.Publishing;

/// <summary>
/// Takes the list of an old scan away, and with it the findings that no other scan of the application has and nobody ever decided on; then the
/// documents that no finding points to any more.
/// </summary>
internal sealed class FindingRetirement(MerlonDb db, FindingListWriter lists)
{
    private const int KeysAtOnce = 1000;

    /// <summary>Retires one scan, under the lock of the tenant's lists.</summary>
    public async Task Retire(Scan scan, CancellationToken ct)
    {
        var tenant = scan.Tenant();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await lists.Lock(scan.TenantKey, transaction.GetDbTransaction(), ct);
        var listed = (await lists.All(tenant, scan.Key, ct)).ConvertAll(e => e.Key);
        await db.Of<FindingListPage>(tenant).Where(p => p.ScanKey == scan.Key).ExecuteDeleteAsync(ct);
        await db.Of<FindingList>(tenant).Where(l => l.ScanKey == scan.Key).ExecuteDeleteAsync(ct);
        foreach (var chunk in listed.Chunk(KeysAtOnce)) await RemoveForgotten(tenant, scan, chunk, transaction, ct);
        var pointedTo = db.Of<Finding>(tenant).Where(f => f.ApplicationKey == scan.ApplicationKey).Select(f => f.Document / DocumentPlace.PerBlock);
        await db.Of<DocumentBlock>(tenant).Where(d => d.ScanKey == scan.Key && !pointedTo.Contains(d.Key)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task RemoveForgotten(TenantId tenant, Scan scan, long[] listed, IDbContextTransaction transaction, CancellationToken ct)
    {
        var untouched = FindingTriage.None.Key;
        var gone = await db.Of<Finding>(tenant).Where(f => listed.Contains(f.Key) && f.GoneScanKey != null && f.TriageKey == untouched
            && !db.Of<FindingDecision>(tenant).Any(d => d.FindingKey == f.Key)).Select(f => new { f.Key, f.Tags }).ToListAsync(ct);
        if (gone.Count == 0) return;
        var shown = await Shown(tenant, scan, gone.ConvertAll(f => f.Key), ct);
        var forgotten = gone.FindAll(f => !shown.Contains(f.Key));
        await FindingTagRows.Remove(tenant.Key, [.. forgotten.SelectMany(f => FindingTag.Unpack(f.Tags).Select(tag => (tag, f.Key)))], transaction.GetDbTransaction(), ct);
        var keys = forgotten.ConvertAll(f => f.Key);
        await db.Of<Finding>(tenant).Where(f => keys.Contains(f.Key)).ExecuteDeleteAsync(ct);
    }

    // Which of these findings other scans of the application still list.
    private async Task<HashSet<long>> Shown(TenantId tenant, Scan scan, List<long> findings, CancellationToken ct)
    {
        var pages = findings.Select(PageCodec.PageOf).Distinct().ToArray();
        var others = db.Of<FindingList>(tenant).Where(l => l.ApplicationKey == scan.ApplicationKey && l.ScanKey != FindingList.OfTenant).Select(l => l.ScanKey);
        var shown = new HashSet<long>();
        await foreach (var page in db.Of<FindingListPage>(tenant).AsNoTracking().Where(p => others.Contains(p.ScanKey) && pages.Contains(p.Number)).AsAsyncEnumerable().WithCancellation(ct))
            shown.UnionWith(PageCodec.Unpack(page.Number, page.Tally, page.Entries).Select(e => e.Key));
        return shown;
    }
}
