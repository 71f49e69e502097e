using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Scans;

/// <summary>What can be asked of the scans of an application, and how one begins. <see cref="ScanPublisher"/> fills and ends it.</summary>
public sealed class Scans(MerlonDb db, IStorageEngine engine, Keys keys, Journal journal, IEnumerable<IScanPart> parts, TimeProvider time)
{
    /// <summary>The branch of a scan where neither the draft nor the application names one.</summary>
    public const string FallbackBranch = "main";

    private static readonly Refusal.NotFound NotFound = new("scan");

    /// <summary>The scans of an application whose results may be shown, unordered.</summary>
    public IQueryable<Scan> Completed(Application application) =>
        db.Of<Scan>(application.Tenant()).Where(s => s.ApplicationKey == application.Key && s.Status == ScanStatus.Completed);

    /// <summary>The application's newest complete scans, newest first.</summary>
    public async Task<Outcome<IReadOnlyList<Scan>>> Newest(Application application, int limit, ScanFilter filter, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.ScansRead, application)) return new Refusal.Forbidden(Scope.ScansRead);
        return await filter.Newest(Completed(application), limit, ct);
    }

    /// <summary>The application's scan with this number, in whatever state.</summary>
    public async Task<Outcome<Scan>> Find(Application application, int number, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.ScansRead, application)) return new Refusal.Forbidden(Scope.ScansRead);
        return await db.Of<Scan>(caller.Tenant).SingleOrDefaultAsync(s => s.ApplicationKey == application.Key && s.Number == number, ct) is { } scan ? scan : NotFound;
    }

    /// <summary>As <see cref="Find"/>, but a scan that still runs is not there yet.</summary>
    public async Task<Outcome<Scan>> FindEnded(Application application, long number, Caller caller, CancellationToken ct)
    {
        if (number > int.MaxValue) return NotFound;
        return (await Find(application, (int)number, caller, ct)).Succeeded(out var scan, out var refusal) ? scan.Status == ScanStatus.Running ? NotFound : scan : refusal;
    }

    /// <summary>The complete scan that is meant; null where none is named and the application has none.</summary>
    public async Task<Outcome<Scan?>> Choose(Application application, ScanChoice choice, CancellationToken ct)
    {
        var scans = Completed(application).AsNoTracking();
        if (choice is { Number: null, Version: null, Tags.IsEmpty: true }) return await Current(application, ct);
        if (choice.Number is { } number) scans = scans.Where(s => s.Number == number);
        if (choice.Version is { } version) scans = scans.Where(s => s.Version == version);
        return await new ScanFilter(choice.Tags).Newest(scans, 1, ct) is [var found] ? found : NotFound;
    }

    /// <summary>
    /// What a scan is compared with: the scan named; for a tag that the scan has itself, the one before it with that tag; where nothing is named,
    /// the one before it on its branch. Null where there is none before.
    /// </summary>
    public async Task<Outcome<Scan?>> SourceOf(Application application, Scan target, ScanReference? source, CancellationToken ct)
    {
        var scans = Completed(application).AsNoTracking();
        if (source?.Number is { } number) return await scans.SingleOrDefaultAsync(s => s.Number == number, ct) is { } named ? named : NotFound;
        var tag = source?.Tag ?? new("branch", target.Branch);
        if (target.Tags.GetValueOrDefault(tag.Key) != tag.Value) return await new ScanFilter([tag]).Newest(scans, 1, ct) is [var last] ? last : NotFound;
        return await new ScanFilter([tag]).Newest(scans.Where(s => s.Number < target.Number), 1, ct) is [var before] ? before : (Scan?)null;
    }

    /// <summary>The scan that the application shows: the last complete one of its default branch; null before the first.</summary>
    public async Task<Scan?> Current(Application application, CancellationToken ct) => application.CurrentScanKey is { } key
        ? await db.Of<Scan>(application.Tenant()).SingleOrDefaultAsync(s => s.Key == key, ct)
        : null;

    /// <summary>The last complete scan of a branch; null when there is none.</summary>
    public async Task<Scan?> Last(Application application, string branch, CancellationToken ct) =>
        await Completed(application).Where(s => s.Branch == branch).OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);

    /// <summary>The last complete scan of a stage; null when there is none.</summary>
    public async Task<Scan?> LastOfStage(Application application, string stage, CancellationToken ct) =>
        await Completed(application).Where(s => s.Stage == stage).OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);

    /// <summary>
    /// Begins a scan. For a job that had already begun one, that one starts again from nothing; one that the job had already published
    /// is answered as it is, <see cref="ScanStatus.Completed"/>, so that a job that runs twice scans once.
    /// </summary>
    public async Task<Outcome<Scan>> Start(Application application, ScanDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.ScansCreate, application)) return new Refusal.Forbidden(Scope.ScansCreate);
        if (ScanRules.Check(draft) is { Length: > 0 } errors) return new Refusal.Invalid(errors);
        if (await OfJob(application, draft, ct) is { } begun) return await Again(begun, ct);
        while (true)
        {
            var scan = await New(application, draft, ct);
            db.Add(scan);
            await journal.Tell(caller, scan.Told("Scan Started", application), ct);
            // Two scans that start at once draw the same number; the loser takes the next.
            if (await db.TryCommit(engine, ct) == Commit.Done) return scan;
        }
    }

    private async Task<Scan?> OfJob(Application application, ScanDraft draft, CancellationToken ct) => draft.JobKey is { } job
        ? await db.Of<Scan>(application.Tenant())
            .Where(s => s.ApplicationKey == application.Key && s.JobKey == job && (s.Status == ScanStatus.Running || s.Status == ScanStatus.Completed))
            .OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct)
        : null;

    private async Task<Scan> Again(Scan scan, CancellationToken ct)
    {
        if (scan.Status == ScanStatus.Completed) return scan;
        foreach (var part in parts) await part.Discard(scan, ct);
        (scan.TouchedAt, scan.Statistics) = (time.GetUtcNow(), new());
        await db.SaveChangesAsync(ct);
        return scan;
    }

    private async Task<Scan> New(Application application, ScanDraft draft, CancellationToken ct)
    {
        var branch = draft.Branch ?? application.DefaultBranch ?? FallbackBranch;
        var now = time.GetUtcNow();
        return new Scan
        {
            TenantKey = application.TenantKey,
            Key = await keys.Next<Scan>(ct),
            ApplicationKey = application.Key,
            Number = 1 + (await db.Of<Scan>(application.Tenant()).Where(s => s.ApplicationKey == application.Key).MaxAsync(s => (int?)s.Number, ct) ?? 0),
            Branch = branch,
            Stage = draft.Stage,
            Version = draft.Version,
            Language = draft.Language,
            Tags = draft.Tags.SetItem("branch", branch),
            Tool = draft.Tool,
            JobKey = draft.JobKey,
            StartedAt = now,
            TouchedAt = now,
        };
    }
}
