using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Jobs.Running;

/// <summary>What a run leaves in its job's row: a final status, or another start.</summary>
internal sealed record JobEnding(JobStatus Status, string? Error, DateTimeOffset Due)
{
    /// <summary>True when the run does not count as an attempt: it was interrupted, or waits.</summary>
    public bool Uncounted { get; init; }

    public static JobEnding Canceled(DateTimeOffset now) => new(JobStatus.Canceled, null, now);

    public static JobEnding Failed(string error, DateTimeOffset now) => new(JobStatus.Failed, error, now);

    /// <summary>To be taken once more, from <paramref name="due"/> on.</summary>
    public static JobEnding Again(JobStatus status, DateTimeOffset due) => new(status, null, due);

    /// <summary>Interrupted by a graceful stop: any worker may go on at once.</summary>
    public static JobEnding Parked(DateTimeOffset now) => new(JobStatus.New, null, now) { Uncounted = true };

    /// <summary>What the handler's answer means for a job that has had this many attempts.</summary>
    public static JobEnding Of(JobEnd end, Job job, TimeSpan backoff, DateTimeOffset now) => end switch
    {
        JobEnd.Completed => new(JobStatus.Completed, null, now),
        JobEnd.Failed failed => Failed(failed.Message, now),
        JobEnd.Terminated terminated => new(JobStatus.Terminated, terminated.Message, now),
        JobEnd.Wait wait => new(JobStatus.Waiting, null, now + wait.AtMost) { Uncounted = true },
        JobEnd.TryAgain again when job.Attempts >= job.MaxAttempts => Failed(again.Message, now),
        JobEnd.TryAgain again => new(JobStatus.Scheduled, again.Message, now + (backoff * Math.Pow(2, job.Attempts - 1))),
        _ => throw new InvalidOperationException($"Unknown end {end.GetType().Name}."),
    };

    /// <summary>
    /// Writes it, with the tasks and, for an end, the event, if the claim still holds. A job that somebody asked to cancel is not started once more,
    /// it ends canceled.
    /// </summary>
    public async Task<bool> Write(MerlonDb db, Keys keys, Job job, TimeProvider time, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (Status.IsFinal()) await new Journal(db, keys, time).Tell(Caller.System(new TenantId(job.TenantKey, Guid.Empty)), Told(job), ct);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            if (await TryWrite(db, job, now, ct))
            {
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return true;
            }
        }
        db.ChangeTracker.Clear();
        return !Status.IsFinal() && await Canceled(now).Write(db, keys, job, time, ct);
    }

    private Happening Told(Job job) =>
        new Happening("Job Updated", "job", $"{job.Key}") { ApplicationKey = job.ApplicationKey, NodeKey = job.NodeKey, EnvironmentKey = job.EnvironmentKey }
            .With("kind", job.Kind).With("source", job.SourceName).With("status", $"{Status}").With("message", Error);

    private async Task<bool> TryWrite(MerlonDb db, Job job, DateTimeOffset now, CancellationToken ct)
    {
        var final = Status.IsFinal();
        DateTimeOffset? completed = final ? now : null;
        var uncounted = Uncounted ? 1 : 0;
        var written = await db.Held(job).Where(j => final || !j.CancelRequested).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.Status, Status)
            .SetProperty(j => j.Error, Error)
            .SetProperty(j => j.DueAt, Due)
            .SetProperty(j => j.CompletedAt, completed)
            .SetProperty(j => j.Owner, (string?)null)
            .SetProperty(j => j.Attempts, j => j.Attempts - uncounted), ct);
        if (written == 0) return false;
        if (Status == JobStatus.Completed)
            await db.OfAllTenants<Job>().Where(j => j.TenantKey == job.TenantKey && j.Key == job.Key).ExecuteUpdateAsync(set => set.SetProperty(j => j.Percent, 100).SetProperty(j => j.Input, (Blobs.BlobId?)null), ct);
        if (final) await db.EndTasks(job, TaskStatus(), now, ct);
        return true;
    }

    private JobTaskStatus TaskStatus() => Status switch
    {
        JobStatus.Completed => JobTaskStatus.Success,
        JobStatus.Canceled => JobTaskStatus.Canceled,
        _ => JobTaskStatus.Failure,
    };
}
