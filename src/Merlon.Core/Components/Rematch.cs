using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Findings;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Findings.Publishing;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Merlon.Core.Components;

/// <summary>
/// Judges the packages of an application's current scan afresh and publishes the scan again, with its other findings as they are. What people
/// decided stays; what no advisory says any more is marked gone.
/// </summary>
internal sealed class Rematch(MerlonDb db, PackageJudge judge, VulnerabilityDrafts drafts, FindingStage stage, FindingPublication publication, FindingListWriter lists, FindingProfiles profiles, Journal journal, TimeProvider time)
{
    /// <summary>Matches one application; says what changed, or null when nothing did.</summary>
    public async Task<string?> Run(long applicationKey, Caller caller, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var application = await db.Of<Application>(caller.Tenant).AsNoTracking().SingleOrDefaultAsync(a => a.Key == applicationKey, ct);
        var scan = application?.CurrentScanKey is { } current ? await db.Of<Scan>(caller.Tenant).SingleOrDefaultAsync(s => s.Key == current, ct) : null;
        if (application is null || scan is null || scan.Counts.Packages == 0) return null;

        (scan.HasLeftovers, scan.TouchedAt) = (true, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        var tally = new PackageTally();
        await foreach (var hits in judge.Judge(scan, tally, ct)) await stage.Add(scan, await drafts.Of(scan, hits, ct), ct);
        await stage.Finish();
        var told = await Publish(application, scan, tally, caller, ct);
        await stage.Clear(scan, ct);
        await db.Of<Scan>(caller.Tenant).Where(s => s.Key == scan.Key).ExecuteUpdateAsync(s => s.SetProperty(x => x.HasLeftovers, false), ct);
        return told;
    }

    private async Task<string?> Publish(Application application, Scan scan, PackageTally tally, Caller caller, CancellationToken ct)
    {
        await publication.Prepare(scan, ct);
        var before = scan.Counts;
        await journal.Tell(caller, scan.Told("Vulnerabilities Changed", application), ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await lists.Lock(scan.TenantKey, transaction.GetDbTransaction(), ct);
        // Between the look and the lock a newer scan may have come; then there is nothing left to do.
        if (!await db.Of<Application>(caller.Tenant).AnyAsync(a => a.Key == application.Key && a.CurrentScanKey == scan.Key, ct)) return null;
        var old = await lists.All(caller.Tenant, scan.Key, ct);
        await publication.Publish(scan, await Others(old, tally, caller.Tenant, ct), transaction.GetDbTransaction(), ct);
        var (added, gone) = (scan.Counts.NewFindings, scan.Counts.GoneFindings);
        scan.Counts = tally.Into(scan.Counts with { NewFindings = before.NewFindings + added, GoneFindings = before.GoneFindings });
        if (added == 0 && gone == 0) Forget();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return added == 0 && gone == 0 ? null : $"{application.Name}: {added} new vulnerabilities, {gone} gone";
    }

    // Everything that is no vulnerability of a package, and the vulnerabilities that came with a report where nothing is known here.
    private async Task<List<ListedFinding>> Others(List<ListedFinding> old, PackageTally tally, TenantId tenant, CancellationToken ct)
    {
        var profileOf = await profiles.Profiles(tenant, old.Select(e => e.Kind.Profile), ct);
        return tally.Ages.Count == 0 ? old : old.FindAll(e => profileOf(e.Kind.Profile).Type != FindingWords.OssVuln);
    }

    // Nothing happened, so nothing is told.
    private void Forget()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is Event or Audit.AuditEntry && e.State == EntityState.Added).ToList()) entry.State = EntityState.Detached;
    }
}
