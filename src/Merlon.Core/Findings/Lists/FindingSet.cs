using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings.Lists;

/// <summary>A page of a set, known by its tally alone.</summary>
internal readonly record struct PageHead(long Number, byte[] Tally);

/// <summary>Findings in key order that can be counted and skipped without being looked at one by one.</summary>
internal abstract class FindingSet
{
    /// <summary>The whole set, counted.</summary>
    public abstract Task<FindingTally> Tally(CancellationToken ct);

    /// <summary>The heads of all pages, in the direction asked for.</summary>
    public abstract IAsyncEnumerable<PageHead> Heads(bool descending, CancellationToken ct);

    /// <summary>The entries of some pages that are of a kind wanted, in key order.</summary>
    public abstract Task<List<ListedFinding>> Entries(IReadOnlyCollection<long> pages, Func<FindingKind, bool> wanted, CancellationToken ct);

    /// <summary>The entries with these keys, in key order; keys that the set lacks are asked for in vain.</summary>
    public abstract Task<List<ListedFinding>> Pick(IReadOnlyCollection<long> keys, CancellationToken ct);
}

/// <summary>A list as it is kept, of one scan or of all current scans.</summary>
internal sealed class StoredSet(MerlonDb db, TenantId tenant, long scanKey) : FindingSet
{
    private const int FirstLook = 8;
    private const int NextLook = 256;
    private const int PagesAtOnce = 500;

    // Asked for with every page of a list: compiled once.
    private static readonly Func<MerlonDb, long, long, CancellationToken, Task<byte[]?>> TallyOf = EF.CompileAsyncQuery(
        (MerlonDb db, long tenant, long scan, CancellationToken ct) => db.Set<FindingList>().Where(l => l.TenantKey == tenant && l.ScanKey == scan).Select(l => l.Tally).SingleOrDefault());

    private static readonly Func<MerlonDb, long, long, long, int, IAsyncEnumerable<PageHead>> HeadsUp = EF.CompileAsyncQuery(
        (MerlonDb db, long tenant, long scan, long after, int take) => db.Set<FindingListPage>()
            .Where(p => p.TenantKey == tenant && p.ScanKey == scan && p.Number > after).OrderBy(p => p.Number).Take(take).Select(p => new PageHead(p.Number, p.Tally)));

    private static readonly Func<MerlonDb, long, long, long, int, IAsyncEnumerable<PageHead>> HeadsDown = EF.CompileAsyncQuery(
        (MerlonDb db, long tenant, long scan, long before, int take) => db.Set<FindingListPage>()
            .Where(p => p.TenantKey == tenant && p.ScanKey == scan && p.Number < before).OrderByDescending(p => p.Number).Take(take).Select(p => new PageHead(p.Number, p.Tally)));

    private IQueryable<FindingListPage> Pages => db.Of<FindingListPage>(tenant).AsNoTracking().Where(p => p.ScanKey == scanKey);

    public override async Task<FindingTally> Tally(CancellationToken ct) => FindingTally.Unpack(await TallyOf(db, tenant.Key, scanKey, ct) ?? []);

    public override async IAsyncEnumerable<PageHead> Heads(bool descending, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var last = descending ? long.MaxValue : long.MinValue;
        for (var look = FirstLook; ; look = NextLook)
        {
            var heads = await (descending ? HeadsDown : HeadsUp)(db, tenant.Key, scanKey, last, look).ToListAsync(ct);
            foreach (var head in heads) yield return head;
            if (heads.Count < look) yield break;
            last = heads[^1].Number;
        }
    }

    public override async Task<List<ListedFinding>> Entries(IReadOnlyCollection<long> pages, Func<FindingKind, bool> wanted, CancellationToken ct)
    {
        var entries = new List<ListedFinding>();
        await foreach (var page in Pages.Where(p => pages.Contains(p.Number)).OrderBy(p => p.Number).AsAsyncEnumerable().WithCancellation(ct))
            entries.AddRange(PageCodec.Unpack(page.Number, page.Tally, page.Entries, wanted));
        return entries;
    }

    public override async Task<List<ListedFinding>> Pick(IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        var (sorted, entries) = (keys.Order().ToArray(), new List<ListedFinding>(keys.Count));
        foreach (var numbers in sorted.Select(PageCodec.PageOf).Distinct().Chunk(PagesAtOnce))
        {
            await foreach (var page in Pages.Where(p => numbers.Contains(p.Number)).OrderBy(p => p.Number).AsAsyncEnumerable().WithCancellation(ct))
                entries.AddRange(PageCodec.Pick(page.Number, page.Tally, page.Entries, sorted));
        }
        return entries;
    }

    /// <summary>Every entry, in key order.</summary>
    public async Task<List<ListedFinding>> All(CancellationToken ct)
    {
        var all = new List<ListedFinding>();
        await foreach (var page in Pages.OrderBy(p => p.Number).AsAsyncEnumerable().WithCancellation(ct)) all.AddRange(PageCodec.Unpack(page.Number, page.Tally, page.Entries));
        return all;
    }
}

/// <summary>A set worked out for one request: a comparison, the findings with a rare tag, a selection of applications.</summary>
/// <param name="entries">In key order.</param>
internal sealed class WorkedOutSet(List<ListedFinding> entries) : FindingSet
{
    private readonly Lazy<SortedDictionary<long, List<ListedFinding>>> _pages = new(() => new(PageCodec.Split(entries).ToDictionary(p => p.Page, p => p.Entries)));

    public override Task<FindingTally> Tally(CancellationToken ct) => Task.FromResult(FindingTally.Of(entries));

    public override IAsyncEnumerable<PageHead> Heads(bool descending, CancellationToken ct)
    {
        var heads = _pages.Value.Select(p => new PageHead(p.Key, FindingTally.Of(p.Value).Pack()));
        return (descending ? heads.Reverse() : heads).ToAsyncEnumerable();
    }

    public override Task<List<ListedFinding>> Entries(IReadOnlyCollection<long> pages, Func<FindingKind, bool> wanted, CancellationToken ct) =>
        Task.FromResult<List<ListedFinding>>([.. pages.Order().SelectMany(p => _pages.Value[p]).Where(e => wanted(e.Kind))]);

    public override Task<List<ListedFinding>> Pick(IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        var wanted = keys.ToHashSet();
        return Task.FromResult(entries.FindAll(e => wanted.Contains(e.Key)));
    }
}
