using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Findings;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads the list of applications, and the scans and findings of one.</summary>
public sealed class ApplicationOverviews(MerlonDb db, Applications.Applications applications, ApplicationHeads heads, Findings.Findings findings)
{
    private const int StretchSize = 50;
    private const int MostScans = 50;

    /// <summary>How many applications the caller may see, and how many of them have been scanned.</summary>
    public async Task<(int All, int Scanned)> Count(Caller caller, CancellationToken ct)
    {
        var visible = applications.Visible(caller);
        return (await visible.CountAsync(ct), await visible.CountAsync(a => a.CurrentScanKey != null, ct));
    }

    /// <summary>A stretch of the applications whose names hold <paramref name="filter"/>, by name, after the name <paramref name="after"/>.</summary>
    public async Task<Outcome<ApplicationStretch>> List(string? filter, string? after, Caller caller, CancellationToken ct)
    {
        if (!caller.MayAnywhere(Scope.ApplicationsRead)) return new Refusal.Forbidden(Scope.ApplicationsRead);
        var visible = applications.Visible(caller);
        if (Columns.Fold(filter ?? "") is { Length: > 0 } part) visible = visible.Where(a => a.NameFolded.Contains(part) || a.PublicIdFolded.Contains(part));
        if (after is not null) visible = visible.Where(a => string.Compare(a.NameFolded, after) > 0);
        var rows = await visible.AsNoTracking().OrderBy(a => a.NameFolded).Take(StretchSize + 1).ToListAsync(ct);
        var shown = await heads.Of([.. rows.Take(StretchSize)], caller, ct);
        return new ApplicationStretch(filter ?? "", shown, rows.Count > StretchSize ? shown[^1].Application.NameFolded : null);
    }

    /// <summary>The scans of an application.</summary>
    public Task<Outcome<ApplicationScans>> Scans(string publicId, Caller caller, CancellationToken ct) =>
        heads.Read(publicId, caller, ct).Then(async head => caller.May(Scope.ScansRead, head.Application)
            ? new Outcome<ApplicationScans>(new ApplicationScans(head, [.. await db.Of<Scan>(caller.Tenant).AsNoTracking()
                .Where(s => s.ApplicationKey == head.Application.Key).OrderByDescending(s => s.Number).Take(MostScans).ToListAsync(ct)]))
            : new Refusal.Forbidden(Scope.ScansRead));

    /// <summary>The findings of an application's current scan.</summary>
    public Task<Outcome<ApplicationFindings>> Findings(string publicId, FindingFilter filter, FindingPaging paging, Caller caller, CancellationToken ct) =>
        heads.Read(publicId, caller, ct).Then(async head =>
        {
            // Who may not list findings still has a page of the application, with its packages.
            if (head.Current is null || !caller.May(Scope.FindingsList, head.Application)) return new ApplicationFindings(head, filter, paging, null, ImmutableSortedDictionary<string, int>.Empty);
            var listed = await findings.OfScan(head.Application, head.Current, filter, paging, caller, ct);
            var overview = (await findings.Overviews([head.Current], caller.Tenant, [], ct)).GetValueOrDefault(head.Current.Key, FindingOverview.Empty);
            return listed.Map(listing => new ApplicationFindings(head, filter, paging, listing, overview.Summaries.ToImmutableSortedDictionary(s => s.Type, s => s.Total)));
        });

    /// <summary>One finding of an application.</summary>
    public Task<Outcome<FindingDetails>> Finding(string publicId, long key, Caller caller, CancellationToken ct) =>
        heads.Read(publicId, caller, ct).Then(head => findings.Find(head.Application, key, caller, ct)
            .ThenGet(async found => new FindingDetails(head, found, await findings.History(found.Finding, caller, ct))));

    /// <summary>The last scans of all applications whose scans the caller may read, newest first.</summary>
    public async Task<ImmutableArray<ScanLine>> LastScans(int most, Caller caller, CancellationToken ct)
    {
        var readable = applications.Visible(caller, Scope.ScansRead);
        var scans = await db.Of<Scan>(caller.Tenant).AsNoTracking().Where(s => readable.Any(a => a.Key == s.ApplicationKey)).OrderByDescending(s => s.Key).Take(most).ToListAsync(ct);
        var applicationKeys = scans.Select(s => s.ApplicationKey).Distinct().ToArray();
        var named = await db.Of<Application>(caller.Tenant).AsNoTracking().Where(a => applicationKeys.Contains(a.Key)).ToDictionaryAsync(a => a.Key, ct);
        return [.. scans.Where(s => named.ContainsKey(s.ApplicationKey)).Select(s => ScanLine.Of(named[s.ApplicationKey], s))];
    }
}
