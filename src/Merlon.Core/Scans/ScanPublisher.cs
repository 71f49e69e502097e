using System.Runtime.CompilerServices;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Merlon.Core.Scans;

/// <summary>
/// Keeps what a scan says and then shows all of it at once: results are staged in batches under the scan's key, invisible; one transaction
/// publishes them with counts, event and audit row. A crash anywhere before leaves a running scan that <see cref="ScanSweeper"/> clears away.
/// </summary>
public sealed class ScanPublisher(MerlonDb db, Journal journal, IEnumerable<IScanPart> parts, TimeProvider time) : IScanIntake
{
    /// <summary>Results handed to the parts at once; fewer when they are large.</summary>
    public const int BatchSize = 5000;

    private const int MaxNotes = 100;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);

    private readonly Dictionary<long, LanguageTally> _languages = [];

    /// <summary>Stages a whole stream of results, batch by batch; the next is read while one is kept.</summary>
    public async Task Stage(Scan scan, IAsyncEnumerable<ScanResult> results, CancellationToken ct)
    {
        await foreach (var batch in Batches(results, ct).OneAhead(ct)) await Stage(scan, batch, ct);
    }

    /// <summary>Stages one batch.</summary>
    public async Task Stage(Scan scan, IReadOnlyList<ScanResult> batch, CancellationToken ct)
    {
        foreach (var part in parts) await part.Stage(scan, batch, ct);
        Account(scan, batch);
        // To tell that it lives; the sweeper waits for hours, so not after each of many small batches.
        if (time.GetUtcNow() - scan.TouchedAt < Heartbeat) return;
        scan.TouchedAt = time.GetUtcNow();
        await db.Of<Scan>(scan.Tenant()).Where(s => s.Key == scan.Key).ExecuteUpdateAsync(s => s.SetProperty(x => x.TouchedAt, scan.TouchedAt), ct);
    }

    /// <summary>Shows everything that was staged: from now on this is the last scan of its branch. Returns the scan as it was kept.</summary>
    public async Task<Scan> Publish(Application application, Scan scan, Caller caller, CancellationToken ct) =>
        await Publish(application, scan, caller, static _ => Task.FromResult(true), ct) ?? throw new InvalidOperationException("A scan without a job was not published.");

    /// <summary>As <see cref="Publish(Application, Scan, Caller, CancellationToken)"/>, for the job that scanned: null, and nothing kept, when the job was canceled or taken over meanwhile.</summary>
    public Task<Scan?> Publish(Application application, Scan scan, JobRun run, CancellationToken ct) => Publish(application, scan, run.System, token => run.Hold(db, token), ct);

    private async Task<Scan?> Publish(Application application, Scan scan, Caller caller, Func<CancellationToken, Task<bool>> hold, CancellationToken ct)
    {
        foreach (var part in parts) await part.Prepare(scan, this, ct);
        db.ChangeTracker.Clear();
        var kept = await Reload(scan, ct);
        (kept.Status, kept.CompletedAt) = (ScanStatus.Completed, time.GetUtcNow());
        await journal.Tell(caller, kept.Told("Scan Completed", application), ct);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            if (!await hold(ct)) return null;
            foreach (var part in parts) await part.Publish(kept, transaction.GetDbTransaction(), ct);
            await ShowAsCurrent(application, kept, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        await Tidy(kept, ct);
        return kept;
    }

    /// <summary>Ends a scan without showing anything of it.</summary>
    public async Task<Scan> Abandon(Application application, Scan scan, ScanStatus end, string message, Caller caller, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var kept = await Reload(scan, ct);
        (kept.Status, kept.Message, kept.CompletedAt) = (end, message, time.GetUtcNow());
        await journal.Tell(caller, kept.Told(end == ScanStatus.Canceled ? "Scan Canceled" : "Scan Failed", application), ct);
        await db.SaveChangesAsync(ct);
        await Discard(kept, ct);
        return kept;
    }

    internal async Task Discard(Scan scan, CancellationToken ct)
    {
        foreach (var part in parts) await part.Discard(scan, ct);
        await Cleared(scan, ct);
    }

    internal async Task Tidy(Scan scan, CancellationToken ct)
    {
        foreach (var part in parts) await part.Tidy(scan, ct);
        await Cleared(scan, ct);
    }

    // What the caller set while the scan ran (version, language, costs) is carried over to the row that is saved.
    private async Task<Scan> Reload(Scan scan, CancellationToken ct)
    {
        var row = await db.Of<Scan>(scan.Tenant()).SingleAsync(s => s.Key == scan.Key, ct);
        if (row.Status != ScanStatus.Running) throw new InvalidOperationException($"Scan {row.Number} has already ended: {row.Status}.");
        (row.Version, row.Language, row.Counts, row.Statistics) = (scan.Version, LanguageOf(scan), scan.Counts, scan.Statistics);
        return row;
    }

    // What a client named stands; else the language that most of the source is written in.
    private string LanguageOf(Scan scan) => scan.Language.Length > 0 || !_languages.Remove(scan.Key, out var languages) ? scan.Language : languages.Main;

    private async Task ShowAsCurrent(Application application, Scan scan, CancellationToken ct)
    {
        var mine = db.Of<Application>(scan.Tenant()).Where(a => a.Key == application.Key);
        if (!await ScanOrder.TakesOver(db, await mine.AsNoTracking().SingleAsync(ct), scan, ct)) return;
        await mine.ExecuteUpdateAsync(a => a.SetProperty(x => x.DefaultBranch, scan.Branch).SetProperty(x => x.CurrentScanKey, scan.Key), ct);
    }

    private async Task Cleared(Scan scan, CancellationToken ct)
    {
        scan.HasLeftovers = false;
        await db.Of<Scan>(scan.Tenant()).Where(s => s.Key == scan.Key).ExecuteUpdateAsync(s => s.SetProperty(x => x.HasLeftovers, false), ct);
    }

    private void Account(Scan scan, IReadOnlyList<ScanResult> batch)
    {
        if (!_languages.TryGetValue(scan.Key, out var languages)) _languages.Add(scan.Key, languages = new());
        foreach (var result in batch)
        {
            switch (result)
            {
                case ScanStatistics cost:
                    scan.Statistics = scan.Statistics with { Files = cost.Files, Bytes = cost.Bytes, Lines = cost.Lines, Seconds = cost.Seconds, PeakBytes = cost.PeakBytes };
                    break;
                case ScannedFile file:
                    languages.Add(file);
                    break;
                case ScanNote note when scan.Statistics.Notes.Length < MaxNotes:
                    scan.Statistics = scan.Statistics with { Notes = scan.Statistics.Notes.Add(note.Path is null ? note.Message : $"{note.Path}: {note.Message}") };
                    break;
            }
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<ScanResult>> Batches(IAsyncEnumerable<ScanResult> results, [EnumeratorCancellation] CancellationToken ct)
    {
        var batch = new List<ScanResult>();
        var weight = 0;
        await foreach (var result in results.WithCancellation(ct))
        {
            batch.Add(result);
            weight += ScanWeight.Of(result);
            if (weight < BatchSize) continue;
            yield return batch;
            (batch, weight) = ([], 0);
        }
        if (batch.Count > 0) yield return batch;
    }
}
