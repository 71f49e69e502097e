using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings.Lists;

/// <summary>A page of a set, known by its tally alone.</summary>
internal readonly record struct PageHead(long Number, byte[] Tally);

/// <summary>How many findings of a band a page has.</summary>
internal readonly record struct PageCount(long Number, int Count);

/// <summary>Findings in key order that can be counted and skipped without being looked at one by one.</summary>
internal abstract class FindingSet
{
    /// <summary>The whole set, counted.</summary>
    public abstract Task<FindingTally> Tally(CancellationToken ct);

    /// <summary>The heads of all pages, in the direction asked for.</summary>
    public abstract IAsyncEnumerable<PageHead> Heads(bool descending, CancellationToken ct);

    /// <summary>How many findings of a band each page has, in ascending order; pages without one are left out.</summary>
    public virtual async Task<IReadOnlyList<PageCount>> Counts(FindingRanks ranks, int band, CancellationToken ct)
    {
        var counts = new List<PageCount>();
        await foreach (var head in Heads(descending: false, ct))
            if (ranks.Count(head.Tally, band) is > 0 and var count) counts.Add(new(head.Number, count));
        return counts;
    }

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

    private IQueryable<FindingListPage> Pages => db.Of<FindingListPage>(tenant).AsNoTracking().Where(p => p.ScanKey == scanKey);

    public override async Task<FindingTally> Tally(CancellationToken ct) => (await Read(ct)).Tally;

    /// <summary>The whole list, counted, and the moment it was read at.</summary>
    public async Task<(FindingTally Tally, ListMoment Moment)> Read(CancellationToken ct)
    {
        var (tally, revision) = (Array.Empty<byte>(), 0L);
        await foreach (var row in FindingQueries.Of(db).Lists(db, tenant.Key, scanKey).WithCancellation(ct))
        {
            tally = row.Tally ?? tally;
            if (row.ScanKey == FindingList.OfTenant) revision = row.Revision;
        }
        return (FindingTally.Unpack(tally), new(tenant.Key, scanKey, revision));
    }

    public override async IAsyncEnumerable<PageHead> Heads(bool descending, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var queries = FindingQueries.Of(db);
        var last = descending ? long.MaxValue : long.MinValue;
        for (var look = FirstLook; ; look = NextLook)
        {
            var heads = await (descending ? queries.HeadsDown : queries.HeadsUp)(db, tenant.Key, scanKey, last, look).ToListAsync(ct);
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
