using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Jobs.Running;

/// <summary>Beside each run: writes its progress and log, shows that it lives, and notices that it was canceled or lost.</summary>
internal sealed partial class JobPulse(JobRun run, JobClaims claims, IDbContextFactory<MerlonDb> databases, JobOptions options, TimeProvider time, ILogger log)
{
    private const int QuietBeats = 5;
    private int _quiet;
    private int _lines = -1;

    /// <summary>True once somebody asked to cancel the job.</summary>
    public bool CancelRequested { get; private set; }

    /// <summary>True once another worker took the job; nothing may be written for it any more.</summary>
    public bool Lost { get; private set; }

    /// <summary>Goes on until <paramref name="ended"/>; calls <paramref name="interrupt"/> once when the run is to stop.</summary>
    public async Task Watch(Action interrupt, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(options.Pulse, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                if (await TryBeat() && (CancelRequested || Lost)) interrupt();
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The run has ended; its last news are written by Flush.
        }
    }

    /// <summary>Writes what is left after the run has ended.</summary>
    public Task Flush(CancellationToken ct) => Lost ? Task.CompletedTask : Beat(last: true, ct);

    private async Task<bool> TryBeat()
    {
        try
        {
            // Not interrupted by the end of the run: lines that were taken are written.
            await Beat(last: false, CancellationToken.None);
            return true;
        }
        catch (Exception exception)
        {
            // A database that is away for a moment costs news, not the run.
            Missed(exception, run.Job.Key);
            return false;
        }
    }

    private async Task Beat(bool last, CancellationToken ct)
    {
        var (progress, lines) = run.TakeNews();
        var news = progress is not null || lines.Count > 0;
        var (held, cancel) = news || ++_quiet >= QuietBeats ? await claims.Beat(run.Job, progress, ct) : last ? (true, CancelRequested) : await claims.Look(run.Job, ct);
        if (news || _quiet >= QuietBeats) _quiet = 0;
        (Lost, CancelRequested) = (!held, CancelRequested || cancel);
        if (held && lines.Count > 0) await Append(lines, ct);
    }

    private async Task Append(IReadOnlyList<(DateTimeOffset At, string Text)> lines, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (tenant, key) = (run.Job.TenantKey, run.Job.Key);
        if (_lines < 0) _lines = await db.OfAllTenants<JobLogLine>().Where(l => l.TenantKey == tenant && l.JobKey == key).MaxAsync(l => (int?)l.Sequence, ct) ?? 0;
        foreach (var (at, text) in lines)
        {
            if (_lines >= JobLogLine.MaxLines) break;
            var full = ++_lines == JobLogLine.MaxLines;
            db.Add(new JobLogLine { TenantKey = tenant, JobKey = key, Sequence = _lines, At = at, Text = full ? "The log is full; what follows is not kept." : text });
        }
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(2101, LogLevel.Warning, "The news of job {Job} could not be written")]
    private partial void Missed(Exception exception, long job);
}
