using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads applications with the scan that each shows and its open findings, from counts that were kept when they changed.</summary>
public sealed class ApplicationHeads(MerlonDb db, Applications.Applications applications)
{
    /// <summary>One application.</summary>
    public Task<Outcome<ApplicationHead>> Read(string publicId, Caller caller, CancellationToken ct) =>
        applications.Find(publicId, caller, ct).ThenGet(async application => (await Of([application], caller, ct))[0]);

    /// <summary>The most exposed applications first; those that nobody looked at yet come last.</summary>
    public async Task<ImmutableArray<ApplicationHead>> Worst(int most, Caller caller, CancellationToken ct)
    {
        var ranked =
            from application in applications.Visible(caller).AsNoTracking()
            join list in db.Of<FindingList>(caller.Tenant) on application.CurrentScanKey equals (long?)list.ScanKey into lists
            from list in lists.DefaultIfEmpty()
            orderby list == null ? 0 : list.Critical descending, list == null ? 0 : list.High descending, list == null ? 0 : list.Medium descending, application.CurrentScanKey ?? 0 descending, application.Key descending
            select application;
        return await Of(await ranked.Take(most).ToListAsync(ct), caller, ct);
    }

    /// <summary>These applications, in their order.</summary>
    public async Task<ImmutableArray<ApplicationHead>> Of(IReadOnlyList<Application> rows, Caller caller, CancellationToken ct)
    {
        var scanKeys = rows.Where(a => a.CurrentScanKey is not null).Select(a => a.CurrentScanKey!.Value).ToArray();
        if (scanKeys.Length == 0) return [.. rows.Select(a => new ApplicationHead(a, null, null))];
        var scans = await db.Of<Scan>(caller.Tenant).AsNoTracking().Where(s => scanKeys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, ct);
        var counts = await db.Of<FindingList>(caller.Tenant).Where(l => scanKeys.Contains(l.ScanKey))
            .Select(l => new { l.ScanKey, l.Critical, l.High, l.Medium, l.Low, l.Info }).ToDictionaryAsync(l => l.ScanKey, l => new SeverityCounts(l.Critical, l.High, l.Medium, l.Low + l.Info), ct);
        return [.. rows.Select(a => a.CurrentScanKey is { } key && scans.TryGetValue(key, out var scan)
            ? new ApplicationHead(a, scan, caller.May(Scope.FindingsList, a) ? counts.GetValueOrDefault(key) : null)
            : new ApplicationHead(a, null, null))];
    }

    /// <summary>All open findings that the caller may list; null for who may list none.</summary>
    public async Task<SeverityCounts?> Exposure(Caller caller, CancellationToken ct)
    {
        if (!caller.MayAnywhere(Scope.FindingsList)) return null;
        var readable = applications.Visible(caller, Scope.FindingsList);
        var lists = db.Of<FindingList>(caller.Tenant);
        var counted = caller.May(Scope.FindingsList)
            ? lists.Where(l => l.ScanKey == FindingList.OfTenant)
            : lists.Where(l => readable.Any(a => a.CurrentScanKey == l.ScanKey));
        var sums = await counted.GroupBy(_ => 1)
            .Select(g => new { Critical = g.Sum(l => l.Critical), High = g.Sum(l => l.High), Medium = g.Sum(l => l.Medium), Low = g.Sum(l => l.Low + l.Info) }).SingleOrDefaultAsync(ct);
        return sums is null ? new() : new(sums.Critical, sums.High, sums.Medium, sums.Low);
    }
}
