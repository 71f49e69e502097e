using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Findings.Documents;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings;

/// <summary>What can be asked of findings. What people decide about them is <see cref="FindingDecisions"/>.</summary>
public sealed class Findings
{
    private static readonly Refusal.NotFound NotFound = new("finding");
    private readonly MerlonDb _db;
    private readonly Applications.Applications _applications;
    private readonly FindingProfiles _profiles;
    private readonly FindingSums _sums;
    private readonly StoredDocuments _documents;
    private readonly FindingSelection _selection;

    /// <summary>Made by the container.</summary>
    public Findings(MerlonDb db, Applications.Applications applications, FindingProfiles profiles, FindingSums sums, StoredDocuments documents, RememberedLists remembered) =>
        (_db, _applications, _profiles, _sums, _documents, _selection) = (db, applications, profiles, sums, documents, new FindingSelection(db, remembered));

    /// <summary>A finding of the application.</summary>
    public async Task<Outcome<FindingView>> Find(Application application, long key, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.FindingsRead, application)) return new Refusal.Forbidden(Scope.FindingsRead);
        var found = await _db.Of<Finding>(caller.Tenant).AsNoTracking().SingleOrDefaultAsync(f => f.Key == key && f.ApplicationKey == application.Key, ct);
        return found is null ? NotFound : (await Views([found], caller.Tenant, ct))[0];
    }

    /// <summary>The decisions about a finding, last first.</summary>
    public async Task<IReadOnlyList<FindingDecision>> History(Finding finding, Caller caller, CancellationToken ct) =>
        await _db.Of<FindingDecision>(caller.Tenant).AsNoTracking().Where(d => d.FindingKey == finding.Key).OrderByDescending(d => d.Key).ToListAsync(ct);

    /// <summary>The findings of a scan, or of its comparison with another.</summary>
    public async Task<Outcome<FindingListing>> OfScan(Application application, Scan scan, FindingFilter filter, FindingPaging paging, Caller caller, CancellationToken ct, FindingComparison? against = null)
    {
        if (!caller.May(Scope.FindingsList, application)) return new Refusal.Forbidden(Scope.FindingsList);
        var set = against is { } other ? await _selection.Compare(scan, other, ct) : _selection.OfScan(caller.Tenant, scan);
        return await List(await _selection.Narrow(set, caller.Tenant, application, filter, ct), caller.Tenant, filter, paging, ct);
    }

    /// <summary>The findings of all current scans that the caller may list, or of the last scans that match <paramref name="scans"/>.</summary>
    public async Task<Outcome<FindingListing>> OfTenant(FindingFilter filter, FindingPaging paging, ScanFilter scans, Caller caller, CancellationToken ct)
    {
        if (!caller.MayAnywhere(Scope.FindingsList)) return new Refusal.Forbidden(Scope.FindingsList);
        var everything = caller.May(Scope.FindingsList) && scans.Tags.IsEmpty;
        var set = everything ? _selection.OfTenant(caller.Tenant) : await _selection.OfScans(caller.Tenant, [.. (await Latest(scans, caller, Scope.FindingsList, ct)).Values.Select(s => s.Key)], ct);
        return await List(await _selection.Narrow(set, caller.Tenant, null, filter, ct), caller.Tenant, filter, paging, ct);
    }

    /// <summary>What some scans hold in all, by scan key.</summary>
    public async Task<IReadOnlyDictionary<long, FindingOverview>> Overviews(IReadOnlyCollection<Scan> scans, TenantId tenant, IReadOnlyCollection<string> types, CancellationToken ct)
    {
        var scanKeys = scans.Select(s => s.Key).ToArray();
        var lists = await _db.Of<FindingList>(tenant).AsNoTracking().Where(l => scanKeys.Contains(l.ScanKey)).Select(l => new { l.ScanKey, l.Tally }).ToListAsync(ct);
        var overviews = new Dictionary<long, FindingOverview>();
        foreach (var list in lists) overviews[list.ScanKey] = await _sums.Sum(tenant, FindingTally.Unpack(list.Tally), types, ct);
        return overviews;
    }

    /// <summary>The applications that the caller may ask this of, each with its last scan that matches; without tags the one it shows.</summary>
    public async Task<IReadOnlyDictionary<Application, Scan>> Latest(ScanFilter filter, Caller caller, Scope scope, CancellationToken ct)
    {
        var applications = await _applications.Visible(caller, scope).AsNoTracking().OrderBy(a => a.Key).ToListAsync(ct);
        var scans = _db.Of<Scan>(caller.Tenant).AsNoTracking().Where(s => s.Status == ScanStatus.Completed);
        if (filter.Tags.IsEmpty)
        {
            var current = await scans.Where(s => _applications.Visible(caller, scope).Any(a => a.CurrentScanKey == s.Key)).ToDictionaryAsync(s => s.ApplicationKey, ct);
            return applications.Where(a => current.ContainsKey(a.Key)).ToDictionary(a => a, a => current[a.Key]);
        }
        var matching = await filter.Last(scans, ct);
        return applications.Where(a => matching.ContainsKey(a.Key)).ToDictionary(a => a, a => matching[a.Key]);
    }

    private async Task<FindingListing> List(FindingSet set, TenantId tenant, FindingFilter filter, FindingPaging paging, CancellationToken ct)
    {
        var tally = await set.Tally(ct);
        var ranks = await _sums.Rank(tenant, tally, filter, paging.Sort, ct);
        var counts = await _sums.Count(tenant, tally, ranks.Has, ct);
        var total = tally.Sum(k => ranks.Has(k.Key) ? k.Value : 0);
        if (paging.Size == 0) return new([], counts, total, null);

        var walk = new FindingWalk(set, tally, ranks, paging.Descending);
        // One more than asked for tells whether there is a next page.
        var taken = paging.After is { } after ? await walk.Take(after, paging.Size + 1, ct) : await walk.Take((paging.Page - 1L) * paging.Size, paging.Size + 1, ct);
        var shown = taken.Count > paging.Size ? taken[..paging.Size] : taken;
        return new(await Load(shown, tenant, ct), counts, total, taken.Count > paging.Size ? walk.CursorAt(shown[^1]) : null);
    }

    private async Task<ImmutableArray<FindingView>> Load(List<ListedFinding> entries, TenantId tenant, CancellationToken ct)
    {
        var findingKeys = entries.Select(e => e.Key).ToArray();
        var rows = await FindingQueries.Of(_db).Rows(_db, tenant.Key, findingKeys).ToDictionaryAsync(f => f.Key, cancellationToken: ct);
        return await Views([.. findingKeys.Where(rows.ContainsKey).Select(key => rows[key])], tenant, ct);
    }

    private async Task<ImmutableArray<FindingView>> Views(IReadOnlyList<Finding> findings, TenantId tenant, CancellationToken ct)
    {
        var profileOf = await _profiles.Profiles(tenant, findings.Select(f => f.ProfileKey), ct);
        var triageOf = await _profiles.Triages(tenant, findings.Select(f => f.TriageKey), ct);
        var applicationKeys = findings.Select(f => f.ApplicationKey).Distinct().ToArray();
        var names = await FindingQueries.Of(_db).Names(_db, tenant.Key, applicationKeys).ToDictionaryAsync(a => a.Key, a => a.Value, cancellationToken: ct);
        var documentOf = await _documents.Read(_db, tenant, findings.Select(f => new DocumentPlace(f.Document)), ct);
        return [.. findings.Select(f => new FindingView(f, profileOf(f.ProfileKey), triageOf(f.TriageKey), documentOf(new(f.Document)), names[f.ApplicationKey]))];
    }
}
