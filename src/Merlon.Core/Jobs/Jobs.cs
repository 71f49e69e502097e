using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Jobs;

/// <summary>What can be done with jobs. Running them is the workers' business.</summary>
public sealed class Jobs(MerlonDb db, IStorageEngine engine, Keys keys, JobKinds kinds, JobSignals signals, Journal journal, TimeProvider time)
{
    private static readonly Refusal.NotFound NotFound = new("job");
    private static readonly Refusal.Conflict NotFinal = new("JOB_NOT_ENDED", "The job has not ended: cancel it, or wait.");

    /// <summary>
    /// Adds a job to the caller's unit of work; it exists once that commits. Draws keys, so it is called before a transaction is opened
    /// by hand. Whether the caller may ask for it is decided by the domain call that queues it.
    /// </summary>
    public async Task<Job> Queue(JobDraft draft, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var job = New(draft, await keys.Next<Job>(ct), kinds.LaneOf(draft.Kind), caller, now);
        db.Add(job);
        var sequence = 0;
        foreach (var task in draft.Tasks)
        {
            db.Add(new JobTask
            {
                TenantKey = job.TenantKey, Key = await keys.Next<JobTask>(ct), Id = Guid.CreateVersion7(now), JobKey = job.Key, Sequence = ++sequence,
                Label = task.Label, Status = JobTaskStatus.Pending, NodeKey = task.NodeKey, CreatedAt = now, UpdatedAt = now,
            });
        }
        return job;
    }

    /// <summary>Starts a committed job soon; without it the reconciler finds the job within seconds.</summary>
    public void Wake(Job job) => signals.Wake(job);

    /// <summary>The job with this key, if the caller may see it.</summary>
    public async Task<Outcome<Job>> Find(long key, Caller caller, CancellationToken ct) =>
        await Within(Scope.JobsRead, caller).AsNoTracking().SingleOrDefaultAsync(j => j.Key == key, ct) is { } job ? job : NotFound;

    /// <summary>A page of the jobs that the caller may see, newest first.</summary>
    public async Task<IReadOnlyList<Job>> List(JobFilter filter, Caller caller, CancellationToken ct)
    {
        var jobs = Within(Scope.JobsRead, caller).AsNoTracking();
        if (filter.Kind is { } kind) jobs = jobs.Where(j => j.Kind == kind);
        if (!filter.Statuses.IsDefaultOrEmpty) jobs = jobs.Where(j => filter.Statuses.AsEnumerable().Contains(j.Status));
        if (filter.SourceType is { } source) jobs = jobs.Where(j => j.SourceType == source);
        if (!filter.SourceTypes.IsDefaultOrEmpty) jobs = jobs.Where(j => filter.SourceTypes.AsEnumerable().Contains(j.SourceType));
        if (filter.SourceKey is { } sourceKey) jobs = jobs.Where(j => j.SourceKey == sourceKey);
        if (filter.ApplicationKey is { } application) jobs = jobs.Where(j => j.ApplicationKey == application);
        if (filter.NodeKey is { } node) jobs = jobs.Where(j => j.NodeKey == node);
        if (filter.EnvironmentKey is { } environment) jobs = jobs.Where(j => j.EnvironmentKey == environment);
        if (filter.Before is { } before) jobs = jobs.Where(j => j.Key < before);
        return await jobs.OrderByDescending(j => j.Key).Skip(filter.Skip).Take(filter.Take).ToListAsync(ct);
    }

    /// <summary>The tasks of a job that was found for the caller, in order.</summary>
    public async Task<IReadOnlyList<JobTask>> Tasks(Job job, Caller caller, CancellationToken ct) =>
        await db.Of<JobTask>(caller.Tenant).AsNoTracking().Where(t => t.JobKey == job.Key).OrderBy(t => t.Sequence).ToListAsync(ct);

    /// <summary>The log of a job that was found for the caller, oldest line first.</summary>
    public async Task<IReadOnlyList<JobLogLine>> Log(Job job, Caller caller, CancellationToken ct) =>
        await db.Of<JobLogLine>(caller.Tenant).AsNoTracking().Where(l => l.JobKey == job.Key).OrderBy(l => l.Sequence).ToListAsync(ct);

    /// <summary>Ends a job that nobody runs, and asks the worker of a running one to stop. Canceling an ended job changes nothing.</summary>
    public async Task<Outcome<Job>> Cancel(long key, Caller caller, CancellationToken ct)
    {
        if (!(await Find(key, caller, ct)).Succeeded(out var job, out var refusal)) return refusal;
        if (!await MayWrite(key, caller, ct)) return new Refusal.Forbidden(Scope.JobsWrite);
        if (job.Status.IsFinal()) return job;

        await journal.Tell(caller, Told("Job Canceled", job), ct);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.SaveChangesAsync(ct);
            var open = db.Of<Job>(caller.Tenant).Where(j => j.Key == key && j.Status < JobStatus.Completed);
            await JobWrites.Cancel(open, time.GetUtcNow(), ct);
            await transaction.CommitAsync(ct);
        }
        signals.Cancel(job);
        return await Find(key, caller, ct);
    }

    /// <summary>Queues an ended job once more, with all its attempts.</summary>
    public async Task<Outcome<Job>> Retry(long key, Caller caller, CancellationToken ct)
    {
        if (!(await Find(key, caller, ct)).Succeeded(out var job, out var refusal)) return refusal;
        if (!await MayWrite(key, caller, ct)) return new Refusal.Forbidden(Scope.JobsWrite);
        if (!job.Status.IsFinal()) return NotFinal;

        db.Attach(job);
        (job.Status, job.DueAt, job.Attempts, job.CancelRequested) = (JobStatus.New, time.GetUtcNow(), 0, false);
        (job.Error, job.CompletedAt, job.Percent, job.ProgressText, job.Owner) = (null, null, 0, null, null);
        await journal.Tell(caller, Told("Job Retried", job), ct);
        if (await db.TryCommit(engine, ct) != Commit.Done) return NotFinal;
        signals.Wake(job);
        return await Find(key, caller, ct);
    }

    /// <summary>Ends the waiting of a job: what it waited for has come. Part of no transaction; the deadline finds it otherwise.</summary>
    public async Task Resume(Job job, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await db.OfAllTenants<Job>().Where(j => j.TenantKey == job.TenantKey && j.Key == job.Key && j.Status == JobStatus.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.DueAt, now), ct);
        signals.Wake(job);
    }

    private async Task<bool> MayWrite(long key, Caller caller, CancellationToken ct) => await Within(Scope.JobsWrite, caller).AnyAsync(j => j.Key == key, ct);

    private IQueryable<Job> Within(Scope scope, Caller caller)
    {
        var all = db.Of<Job>(caller.Tenant);
        var reach = caller.Reach(scope);
        if (reach.Everywhere) return all;
        var applications = db.Of<Applications.Application>(caller.Tenant).Where(a => reach.Organizations.Contains(a.OrganizationKey) || reach.Applications.Contains(a.Key)).Select(a => (long?)a.Key);
        return all.Where(j => applications.Contains(j.ApplicationKey) || (j.EnvironmentKey != null && reach.Environments.Contains(j.EnvironmentKey.Value)));
    }

    private static Job New(JobDraft draft, long key, JobLane lane, Caller caller, DateTimeOffset now) => new()
    {
        TenantKey = caller.Tenant.Key, Key = key, Kind = draft.Kind, Lane = lane,
        SourceType = draft.SourceType, SourceKey = draft.SourceKey, SourceName = draft.SourceName,
        Status = draft.NotBefore > now ? JobStatus.Scheduled : JobStatus.New,
        MaxAttempts = draft.MaxAttempts, RequestedBy = caller.Name, RequestedByKey = caller.User, QueuedAt = now, DueAt = draft.NotBefore ?? now,
        ApplicationKey = draft.ApplicationKey, NodeKey = draft.NodeKey, EnvironmentKey = draft.EnvironmentKey, Payload = draft.Payload, Input = draft.Input,
    };

    private static Happening Told(string type, Job job) =>
        new Happening(type, "job", job.Key.ToString()) { ApplicationKey = job.ApplicationKey, NodeKey = job.NodeKey, EnvironmentKey = job.EnvironmentKey }.With("kind", job.Kind);
}
