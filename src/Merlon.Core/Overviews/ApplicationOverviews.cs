using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads applications with their scans as the pages list them.</summary>
public sealed class ApplicationOverviews(MerlonDb db, Applications.Applications applications)
{
    private const int StretchSize = 50;
    private const int MostScans = 50;

    /// <summary>How many applications the caller may see, and how many of them have been scanned.</summary>
    public async Task<(int All, int Scanned)> Count(Caller caller, CancellationToken ct)
    {
        var visible = applications.Visible(caller);
        return (await visible.CountAsync(ct), await visible.CountAsync(a => a.CurrentScanKey != null, ct));
    }

    /// <summary>The applications that need somebody most: scanned ones before those that nobody looked at yet.</summary>
    public async Task<ImmutableArray<ApplicationLine>> Worst(int most, Caller caller, CancellationToken ct) =>
        await Lines(applications.Visible(caller).OrderByDescending(a => a.CurrentScanKey ?? 0).ThenByDescending(a => a.Key).Take(most), caller.Tenant, ct);

    /// <summary>A stretch of the applications whose names hold <paramref name="filter"/>, by name, after the name <paramref name="after"/>.</summary>
    public async Task<Outcome<ApplicationStretch>> List(string? filter, string? after, Caller caller, CancellationToken ct)
    {
        if (!caller.MayAnywhere(Scope.ApplicationsRead)) return new Refusal.Forbidden(Scope.ApplicationsRead);
        var visible = applications.Visible(caller);
        if (Columns.Fold(filter ?? "") is { Length: > 0 } part) visible = visible.Where(a => a.NameFolded.Contains(part) || a.PublicIdFolded.Contains(part));
        if (after is not null) visible = visible.Where(a => string.Compare(a.NameFolded, after) > 0);
        var lines = await Lines(visible.OrderBy(a => a.NameFolded).Take(StretchSize + 1), caller.Tenant, ct);
        return lines.Length <= StretchSize
            ? new ApplicationStretch(filter ?? "", lines, null)
            : new ApplicationStretch(filter ?? "", lines[..StretchSize], lines[StretchSize - 1].Application.NameFolded);
    }

    /// <summary>One application with its last scans.</summary>
    public Task<Outcome<ApplicationView>> Read(string publicId, Caller caller, CancellationToken ct) =>
        applications.Find(publicId, caller, ct).ThenGet(async application =>
        {
            var current = application.CurrentScanKey is { } key ? await db.Of<Scan>(caller.Tenant).AsNoTracking().SingleOrDefaultAsync(s => s.Key == key, ct) : null;
            return new ApplicationView(application, current, await ScansOf(application, caller, ct));
        });

    /// <summary>The last scans of all applications whose scans the caller may read, newest first.</summary>
    public async Task<ImmutableArray<ScanLine>> LastScans(int most, Caller caller, CancellationToken ct)
    {
        var readable = applications.Visible(caller, Scope.ScansRead);
        var scans = await db.Of<Scan>(caller.Tenant).AsNoTracking().Where(s => readable.Any(a => a.Key == s.ApplicationKey)).OrderByDescending(s => s.Key).Take(most).ToListAsync(ct);
        var applicationKeys = scans.Select(s => s.ApplicationKey).Distinct().ToArray();
        var named = await db.Of<Application>(caller.Tenant).AsNoTracking().Where(a => EF.Parameter(applicationKeys).Contains(a.Key)).ToDictionaryAsync(a => a.Key, ct);
        return [.. scans.Where(s => named.ContainsKey(s.ApplicationKey)).Select(s => ScanLine.Of(named[s.ApplicationKey], s))];
    }

    private async Task<ImmutableArray<Scan>> ScansOf(Application application, Caller caller, CancellationToken ct) => caller.May(Scope.ScansRead, application)
        ? [.. await db.Of<Scan>(caller.Tenant).AsNoTracking().Where(s => s.ApplicationKey == application.Key).OrderByDescending(s => s.Number).Take(MostScans).ToListAsync(ct)]
        : [];

    private async Task<ImmutableArray<ApplicationLine>> Lines(IQueryable<Application> chosen, TenantId tenant, CancellationToken ct)
    {
        var rows = await chosen.AsNoTracking().ToListAsync(ct);
        var scanKeys = rows.Where(a => a.CurrentScanKey is not null).Select(a => a.CurrentScanKey!.Value).ToArray();
        var scans = scanKeys.Length == 0 ? [] : await db.Of<Scan>(tenant).AsNoTracking().Where(s => EF.Parameter(scanKeys).Contains(s.Key)).ToDictionaryAsync(s => s.Key, ct);
        return [.. rows.Select(a => new ApplicationLine(a, a.CurrentScanKey is { } key ? scans.GetValueOrDefault(key) : null))];
    }
}
