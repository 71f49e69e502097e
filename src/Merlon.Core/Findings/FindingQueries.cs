using Merlon.Core.Applications;
using Merlon.Core.Findings.Documents;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings;

/// <summary>What every page of findings asks of the database.</summary>
internal sealed class FindingQueries
{
    private static readonly CompiledQueries<FindingQueries> Sets = new();

    /// <summary>The queries for this context's database.</summary>
    public static FindingQueries Of(MerlonDb db) => Sets.For(db);

    /// <summary>Findings by tenant and keys.</summary>
    public Func<MerlonDb, long, long[], IAsyncEnumerable<Finding>> Rows { get; } = EF.CompileAsyncQuery(
        (MerlonDb db, long tenant, long[] keys) => db.Set<Finding>().AsNoTracking().Where(f => f.TenantKey == tenant && keys.Contains(f.Key)));

    /// <summary>Applications' public ids by tenant and keys.</summary>
    public Func<MerlonDb, long, long[], IAsyncEnumerable<KeyValuePair<long, string>>> Names { get; } = EF.CompileAsyncQuery(
        (MerlonDb db, long tenant, long[] keys) => db.Set<Application>().Where(a => a.TenantKey == tenant && keys.Contains(a.Key)).Select(a => new KeyValuePair<long, string>(a.Key, a.PublicId)));

    /// <summary>Blocks of documents by tenant and keys.</summary>
    public Func<MerlonDb, long, long[], IAsyncEnumerable<DocumentBlock>> Blocks { get; } = EF.CompileAsyncQuery(
        (MerlonDb db, long tenant, long[] keys) => db.Set<DocumentBlock>().AsNoTracking().Where(d => d.TenantKey == tenant && keys.Contains(d.Key)));

    /// <summary>The rows of a tenant's list and, for its revision alone, of the list over all its current scans.</summary>
    public Func<MerlonDb, long, long, IAsyncEnumerable<ListRow>> Lists { get; } = EF.CompileAsyncQuery(
        (MerlonDb db, long tenant, long scan) => db.Set<FindingList>().Where(l => l.TenantKey == tenant && (l.ScanKey == scan || l.ScanKey == FindingList.OfTenant))
            .Select(l => new ListRow(l.ScanKey, l.Revision, l.ScanKey == scan ? l.Tally : null)));

    /// <summary>The first heads behind a page of a tenant's list, upwards.</summary>
    public Func<MerlonDb, long, long, long, int, IAsyncEnumerable<PageHead>> HeadsUp { get; } = EF.CompileAsyncQuery(
        (MerlonDb db, long tenant, long scan, long behind, int take) => db.Set<FindingListPage>()
            .Where(p => p.TenantKey == tenant && p.ScanKey == scan && p.Number > behind).OrderBy(p => p.Number).Take(take).Select(p => new PageHead(p.Number, p.Tally)));

    /// <summary>The first heads before a page of a tenant's list, downwards.</summary>
    public Func<MerlonDb, long, long, long, int, IAsyncEnumerable<PageHead>> HeadsDown { get; } = EF.CompileAsyncQuery(
        (MerlonDb db, long tenant, long scan, long before, int take) => db.Set<FindingListPage>()
            .Where(p => p.TenantKey == tenant && p.ScanKey == scan && p.Number < before).OrderByDescending(p => p.Number).Take(take).Select(p => new PageHead(p.Number, p.Tally)));
}

/// <summary>A list's row, as far as readers of its pages need it.</summary>
/// <param name="Tally">Null in the row of another list.</param>
internal sealed record ListRow(long ScanKey, long Revision, byte[]? Tally);
