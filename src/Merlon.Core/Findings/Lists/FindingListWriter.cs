using System.Data.Common;
using Dapper;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings.Lists;

/// <summary>Writes lists, and keeps the list over all current scans in step. Every call runs inside a transaction that holds <see cref="Lock"/>.</summary>
internal sealed class FindingListWriter(MerlonDb db, IStorageEngine engine, FindingListCounts counts)
{
    private const int KeysAtOnce = 1000;

    /// <summary>Makes this transaction the only one that writes findings of the tenant, until it ends.</summary>
    public Task Lock(long tenantKey, DbTransaction transaction, CancellationToken ct) => transaction.Connection!.ExecuteAsync(new CommandDefinition(
        """
        INSERT INTO finding_lists (tenant_key, scan_key, application_key, revision, open, fixed, ignored, critical, high, medium, low, info, tally)
        VALUES (@tenant, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, @nothing)
        ON CONFLICT (tenant_key, scan_key) DO UPDATE SET revision = finding_lists.revision + 1
        """, new { tenant = tenantKey, nothing = Array.Empty<byte>() }, transaction, cancellationToken: ct));

    /// <summary>Writes the list of a scan that is being published, marks what its branch lost, and returns how many that are.</summary>
    public async Task<int> Publish(Scan scan, List<ListedFinding> entries, DbTransaction transaction, CancellationToken ct)
    {
        var application = await db.Of<Application>(scan.Tenant()).AsNoTracking().SingleAsync(a => a.Key == scan.ApplicationKey, ct);
        var (earlier, shown) = (await Earlier(scan, ct), await All(scan.Tenant(), application.CurrentScanKey, ct));
        await Replace(scan, entries, transaction, ct);
        var takesOver = await ScanOrder.TakesOver(db, application, scan, ct);
        if (takesOver) await ChangeTenantList(scan.Tenant(), shown, entries, ct);

        // What only a side branch lost is not gone as long as the application shows it.
        var present = entries.Concat(takesOver ? [] : shown).Select(e => e.Key).ToHashSet();
        var gone = earlier.Select(e => e.Key).Where(key => !present.Contains(key)).ToList();
        foreach (var chunk in gone.Chunk(KeysAtOnce))
            await db.Of<Finding>(scan.Tenant()).Where(f => chunk.Contains(f.Key) && f.GoneScanKey == null).ExecuteUpdateAsync(f => f.SetProperty(x => x.GoneScanKey, scan.Key), ct);
        return gone.Count;
    }

    /// <summary>Takes one application's findings out of the list over all current scans and puts others in.</summary>
    public async Task ChangeTenantList(TenantId tenant, IReadOnlyList<ListedFinding> leaving, IReadOnlyList<ListedFinding> coming, CancellationToken ct)
    {
        var (left, came) = (leaving.ToHashSet(), coming.ToHashSet());
        var goes = leaving.Where(e => !came.Contains(e)).ToLookup(e => PageCodec.PageOf(e.Key));
        var comes = coming.Where(e => !left.Contains(e)).ToLookup(e => PageCodec.PageOf(e.Key));
        var numbers = goes.Select(g => g.Key).Union(comes.Select(g => g.Key)).ToList();
        if (numbers.Count == 0) return;
        var list = await db.Of<FindingList>(tenant).SingleAsync(l => l.ScanKey == FindingList.OfTenant, ct);
        var tally = FindingTally.Unpack(list.Tally);
        foreach (var chunk in numbers.Chunk(KeysAtOnce))
        {
            var pages = await db.Of<FindingListPage>(tenant).Where(p => p.ScanKey == FindingList.OfTenant && chunk.Contains(p.Number)).ToDictionaryAsync(p => p.Number, ct);
            foreach (var number in chunk) Change(tenant, pages.GetValueOrDefault(number), number, [.. goes[number]], [.. comes[number]], tally);
        }
        await counts.Keep(list, tally, ct);
    }

    /// <summary>Gives findings another triage in every list that has them.</summary>
    public async Task ChangeTriage(TenantId tenant, long applicationKey, IReadOnlyDictionary<long, long> triageOf, CancellationToken ct)
    {
        var numbers = triageOf.Keys.Select(PageCodec.PageOf).Distinct().ToList();
        var lists = await db.Of<FindingList>(tenant).Where(l => l.ApplicationKey == applicationKey || l.ScanKey == FindingList.OfTenant).ToDictionaryAsync(l => l.ScanKey, ct);
        var tallies = lists.ToDictionary(l => l.Key, l => FindingTally.Unpack(l.Value.Tally));
        var scanKeys = lists.Keys.ToList();
        foreach (var chunk in numbers.Chunk(KeysAtOnce))
        {
            foreach (var page in await db.Of<FindingListPage>(tenant).Where(p => scanKeys.Contains(p.ScanKey) && chunk.Contains(p.Number)).ToListAsync(ct))
            {
                var before = PageCodec.Unpack(page.Number, page.Tally, page.Entries);
                var after = before.ConvertAll(e => triageOf.TryGetValue(e.Key, out var triage) ? e with { Kind = e.Kind with { Triage = triage } } : e);
                Write(page, before, after, tallies[page.ScanKey]);
            }
        }
        foreach (var (key, list) in lists) await counts.Keep(list, tallies[key], ct);
    }

    /// <summary>The entries of a scan's list, in key order; none for a scan without one.</summary>
    public Task<List<ListedFinding>> All(TenantId tenant, long? scanKey, CancellationToken ct) => scanKey is { } key ? new StoredSet(db, tenant, key).All(ct) : Task.FromResult<List<ListedFinding>>([]);

    private async Task Replace(Scan scan, List<ListedFinding> entries, DbTransaction transaction, CancellationToken ct)
    {
        await db.Of<FindingListPage>(scan.Tenant()).Where(p => p.ScanKey == scan.Key).ExecuteDeleteAsync(ct);
        await db.Of<FindingList>(scan.Tenant()).Where(l => l.ScanKey == scan.Key).ExecuteDeleteAsync(ct);
        var pages = PageCodec.Split(entries).Select(page =>
        {
            var (tally, packed) = PageCodec.Pack(page.Page, page.Entries);
            return new object?[] { scan.TenantKey, scan.Key, page.Page, tally, packed };
        });
        await engine.Load(transaction, "finding_list_pages", ["tenant_key", "scan_key", "number", "tally", "entries"], pages.ToAsyncEnumerable(), ct);
        var list = new FindingList { TenantKey = scan.TenantKey, ScanKey = scan.Key, ApplicationKey = scan.ApplicationKey };
        await counts.Keep(list, FindingTally.Of(entries), ct);
        db.Add(list);
    }

    // The list that this one follows: its own, when the scan is published again, else that of the branch's last scan.
    private async Task<List<ListedFinding>> Earlier(Scan scan, CancellationToken ct)
    {
        if (await db.Of<FindingList>(scan.Tenant()).AnyAsync(l => l.ScanKey == scan.Key, ct)) return await All(scan.Tenant(), scan.Key, ct);
        var before = await db.Of<Scan>(scan.Tenant())
            .Where(s => s.ApplicationKey == scan.ApplicationKey && s.Branch == scan.Branch && s.Status == ScanStatus.Completed && s.Number < scan.Number)
            .OrderByDescending(s => s.Number).Select(s => (long?)s.Key).FirstOrDefaultAsync(ct);
        return await All(scan.Tenant(), before, ct);
    }

    private void Change(TenantId tenant, FindingListPage? page, long number, List<ListedFinding> leaving, List<ListedFinding> coming, FindingTally tally)
    {
        var before = page is null ? [] : PageCodec.Unpack(number, page.Tally, page.Entries);
        var replaced = leaving.Concat(coming).Select(e => e.Key).ToHashSet();
        var after = before.Where(e => !replaced.Contains(e.Key)).Concat(coming).OrderBy(e => e.Key).ToList();
        if (page is null) db.Add(page = new FindingListPage { TenantKey = tenant.Key, ScanKey = FindingList.OfTenant, Number = number, Tally = [], Entries = [] });
        Write(page, before, after, tally);
    }

    private void Write(FindingListPage page, List<ListedFinding> before, List<ListedFinding> after, FindingTally tally)
    {
        tally.Change(FindingTally.Of(before), -1);
        tally.Change(FindingTally.Of(after));
        if (after.Count == 0) db.Remove(page);
        else (page.Tally, page.Entries) = PageCodec.Pack(page.Number, after);
    }
}
