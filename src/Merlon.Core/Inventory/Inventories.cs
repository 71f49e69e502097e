using System.Collections.Immutable;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Inventory;

/// <summary>Which items of an inventory are asked for; what is null does not narrow.</summary>
public sealed record InventoryFilter
{
    public bool? Published { get; init; }
    public ReviewStatus? Review { get; init; }

    /// <summary>The component's name, exactly.</summary>
    public string? Component { get; init; }
}

/// <summary>Counts over the items of an inventory.</summary>
public sealed record InventorySummary(ImmutableSortedDictionary<LicensePriority, int> Licenses, ImmutableSortedDictionary<FindingSeverity, int> Vulnerabilities, int UnknownSeverity);

/// <summary>What can be asked of inventories and scanned files.</summary>
public sealed class Inventories(MerlonDb db)
{
    /// <summary>A page of the items that the application's current scan found, in the order of their numbers, and how many there are in all.</summary>
    public async Task<Outcome<(IReadOnlyList<InventoryItem> Items, long Total)>> Items(Application application, InventoryFilter filter, long skip, int take, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.InventoryRead, application)) return new Refusal.Forbidden(Scope.InventoryRead);
        var items = Shown(application, caller);
        if (filter.Published is { } published) items = items.Where(i => i.Published == published);
        if (filter.Review is { } review) items = items.Where(i => i.Review == review);
        if (filter.Component is { } component) items = items.Where(i => i.Component == component);
        return (await items.OrderBy(i => i.Number).Skip((int)Math.Min(skip, int.MaxValue)).Take(take).ToListAsync(ct), await items.LongCountAsync(ct));
    }

    /// <summary>Counts over all shown items.</summary>
    public async Task<InventorySummary> Summary(Application application, Caller caller, CancellationToken ct)
    {
        var rows = await Shown(application, caller).Select(i => new { i.Priority, i.Vulnerabilities }).ToListAsync(ct);
        var severities = rows.SelectMany(r => r.Vulnerabilities).ToList();
        return new(
            rows.CountBy(r => r.Priority).ToImmutableSortedDictionary(),
            severities.Where(v => v.Severity is not null).CountBy(v => v.Severity!.Value).ToImmutableSortedDictionary(),
            severities.Count(v => v.Severity is null));
    }

    /// <summary>A page of the files of the application's current scan, in path order, and how many there are in all.</summary>
    public async Task<Outcome<(IReadOnlyList<ScannedFileRow> Files, long Total)>> Files(Application application, long skip, int take, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.EvidenceRead, application)) return new Refusal.Forbidden(Scope.EvidenceRead);
        var files = FilesOf(application, caller);
        // Keys rise in path order without gaps from 1, so a page is a range and the total is the last key.
        return (await files.Where(f => f.Key > skip && f.Key <= skip + take).OrderBy(f => f.Key).ToListAsync(ct), await files.MaxAsync(f => (long?)f.Key, ct) ?? 0);
    }

    /// <summary>The files of the current scan in which evidence was found, in path order, streamed.</summary>
    public Outcome<IAsyncEnumerable<ScannedFileRow>> WithEvidence(Application application, Caller caller) => caller.May(Scope.EvidenceRead, application)
        ? new Outcome<IAsyncEnumerable<ScannedFileRow>>(FilesOf(application, caller).Where(f => f.Evidence != null).OrderBy(f => f.Key).AsAsyncEnumerable())
        : new Refusal.Forbidden(Scope.EvidenceRead);

    private IQueryable<InventoryItem> Shown(Application application, Caller caller) =>
        db.Of<InventoryItem>(caller.Tenant).AsNoTracking().Where(i => i.ApplicationKey == application.Key && i.LastScanKey == application.CurrentScanKey);

    private IQueryable<ScannedFileRow> FilesOf(Application application, Caller caller) =>
        db.Of<ScannedFileRow>(caller.Tenant).AsNoTracking().Where(f => f.ScanKey == application.CurrentScanKey);
}
