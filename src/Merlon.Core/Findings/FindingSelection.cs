using System.Text.Json;
using Merlon.Core.Applications;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Findings.Publishing;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings;

/// <summary>How a scan's findings stand against another scan's.</summary>
public enum FindingDiff
{
    /// <summary>In this scan, not in the other.</summary>
    New,

    /// <summary>As <see cref="New"/>, but an earlier scan than the other had it: it came back.</summary>
    Regression,

    /// <summary>In both.</summary>
    Common,

    /// <summary>In the other, no more in this.</summary>
    Fixed,
}

/// <summary>What a scan is held against; null where there is no earlier scan.</summary>
public sealed record FindingComparison(Scan? Source, FindingDiff Diff);

/// <summary>Makes the set of findings that a question is about, before any filter that profiles decide.</summary>
internal sealed class FindingSelection(MerlonDb db, RememberedLists remembered)
{
    private const int KeysAtOnce = 2000;

    /// <summary>The findings of one scan.</summary>
    public FindingSet OfScan(TenantId tenant, Scan scan) => new RememberedSet(Stored(tenant, scan.Key), remembered);

    /// <summary>The findings in the current scans of all applications.</summary>
    public FindingSet OfTenant(TenantId tenant) => new RememberedSet(Stored(tenant, FindingList.OfTenant), remembered);

    /// <summary>The findings of several scans together, worked out.</summary>
    public async Task<FindingSet> OfScans(TenantId tenant, IReadOnlyCollection<long> scanKeys, CancellationToken ct)
    {
        var entries = new List<ListedFinding>();
        foreach (var chunk in scanKeys.Chunk(KeysAtOnce))
        {
            await foreach (var page in db.Of<FindingListPage>(tenant).AsNoTracking().Where(p => chunk.Contains(p.ScanKey)).AsAsyncEnumerable().WithCancellation(ct))
                entries.AddRange(PageCodec.Unpack(page.Number, page.Tally, page.Entries));
        }
        return new WorkedOutSet([.. entries.DistinctBy(e => e.Key).OrderBy(e => e.Key)]);
    }

    /// <summary>One scan held against another.</summary>
    public async Task<FindingSet> Compare(Scan scan, FindingComparison against, CancellationToken ct)
    {
        var (source, diff) = against;
        // Against nothing, everything is new.
        if (source is null) return diff == FindingDiff.New ? OfScan(scan.Tenant(), scan) : new WorkedOutSet([]);
        var (here, there) = (await Stored(scan.Tenant(), scan.Key).All(ct), await Stored(source.Tenant(), source.Key).All(ct));
        var (hereKeys, thereKeys) = (here.Select(e => e.Key).ToHashSet(), there.Select(e => e.Key).ToHashSet());
        List<ListedFinding> entries = diff switch
        {
            FindingDiff.Common => [.. here.Where(e => thereKeys.Contains(e.Key))],
            FindingDiff.Fixed => [.. there.Where(e => !hereKeys.Contains(e.Key))],
            _ => [.. here.Where(e => !thereKeys.Contains(e.Key))],
        };
        if (diff != FindingDiff.Regression) return new WorkedOutSet(entries);
        var old = await SeenBefore(source, entries.ConvertAll(e => e.Key), ct);
        return new WorkedOutSet([.. entries.Where(e => old.Contains(e.Key))]);
    }

    /// <summary>What of a set has the tags and texts that no profile has; the set itself when the filter names none.</summary>
    public async Task<FindingSet> Narrow(FindingSet set, TenantId tenant, Application? application, FindingFilter filter, CancellationToken ct)
    {
        if (!filter.OwnTags.Any() && !filter.Search.Any(text => text.Length > 0)) return set;
        return set is RememberedSet listed ? await listed.Narrowed(Name(filter, application), () => WorkOut(set, tenant, application, filter, ct), ct) : await WorkOut(set, tenant, application, filter, ct);
    }

    private async Task<WorkedOutSet> WorkOut(FindingSet set, TenantId tenant, Application? application, FindingFilter filter, CancellationToken ct)
    {
        HashSet<long>? keys = null;
        foreach (var tag in filter.OwnTags)
        {
            var wanted = tag.Select(value => FindingTag.Of(tag.Key, value)).ToArray();
            Keep(ref keys, await db.Of<FindingTag>(tenant).Where(t => wanted.Contains(t.Tag)).Select(t => t.FindingKey).ToListAsync(ct));
        }
        foreach (var text in filter.Search.Where(text => text.Length > 0)) Keep(ref keys, await Holding(text, tenant, application).ToListAsync(ct));
        return new(await set.Pick(keys!, ct));
    }

    private StoredSet Stored(TenantId tenant, long scanKey) => new(db, tenant, scanKey);

    private static string Name(FindingFilter filter, Application? application) =>
        JsonSerializer.Serialize(new object?[] { application?.Key, filter.Tags.Where(t => !FindingDraft.IsShared(t.Key)), filter.Search });

    private async Task<HashSet<long>> SeenBefore(Scan source, List<long> keys, CancellationToken ct)
    {
        var old = new HashSet<long>();
        foreach (var chunk in keys.Chunk(KeysAtOnce))
            old.UnionWith(await db.Of<Finding>(source.Tenant()).Where(f => chunk.Contains(f.Key) && f.FirstScanNumber < source.Number).Select(f => f.Key).ToListAsync(ct));
        return old;
    }

    private IQueryable<long> Holding(string text, TenantId tenant, Application? application)
    {
        var findings = db.Of<Finding>(tenant);
        if (application is not null) findings = findings.Where(f => f.ApplicationKey == application.Key);
        var pattern = $"%{text.ToLowerInvariant().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
        return findings.Where(f => EF.Functions.Like(f.Title.ToLower(), pattern, "\\") || EF.Functions.Like(f.Path.ToLower(), pattern, "\\") || EF.Functions.Like(f.Rule.ToLower(), pattern, "\\")).Select(f => f.Key);
    }

    private static void Keep(ref HashSet<long>? keys, List<long> found)
    {
        if (keys is null) keys = [.. found];
        else keys.IntersectWith(found);
    }
}
