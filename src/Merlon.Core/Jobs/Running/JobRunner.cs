using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Jobs.Running;

/// <summary>Runs a job from its claim to its end. Called for hints of every kind; the row says whether there is anything to do.</summary>
internal sealed partial class JobRunner(
    IServiceScopeFactory scopes, IDbContextFactory<MerlonDb> databases, Keys keys, JobClaims claims, JobSignals signals, JobMetrics metrics, JobOptions options, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>Takes the job and runs it, or returns at once. <paramref name="stopping"/> parks it.</summary>
    public async Task Run(long tenant, long key, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested || await claims.Take(tenant, key, stopping) is not { } job) return;
        using var counted = metrics.Running(job.Lane);
        await using var scope = scopes.CreateAsyncScope();
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var canceled = false;
        signals.Began(job, () => { canceled = true; interrupt.Cancel(); });
        try
        {
            var end = await RunWatched(scope.ServiceProvider, job, interrupt, () => canceled, stopping);
            if (end is not null) await Keep(job, end);
        }
        finally
        {
            signals.Ended(job);
        }
    }

    private async Task<JobEnding?> RunWatched(IServiceProvider services, Job job, CancellationTokenSource interrupt, Func<bool> canceled, CancellationToken stopping)
    {
        var tenant = await services.GetRequiredService<Tenants>().Find(job.TenantKey, CancellationToken.None);
        if (tenant is not { } found) return new JobEnding(JobStatus.Terminated, "Its tenant is gone.", time.GetUtcNow());
        var run = new JobRun(job, found, time);
        var pulse = new JobPulse(run, claims, databases, options, time, log);
        using var ended = new CancellationTokenSource();
        var watching = pulse.Watch(interrupt.Cancel, ended.Token);
        var end = await Handle(services, run, interrupt.Token);
        await ended.CancelAsync();
        await watching;
        await pulse.Flush(CancellationToken.None);
        if (pulse.Lost) return null;
        // A handler that finished all the same has done the job, whatever was asked meanwhile.
        if (end is JobEnd.Completed || !interrupt.IsCancellationRequested) return JobEnding.Of(end!, job, options.Backoff, time.GetUtcNow());
        if (canceled() || pulse.CancelRequested) return JobEnding.Canceled(time.GetUtcNow());
        return stopping.IsCancellationRequested ? JobEnding.Parked(time.GetUtcNow()) : JobEnding.Of(end, job, options.Backoff, time.GetUtcNow());
    }

    private async Task<JobEnd> Handle(IServiceProvider services, JobRun run, CancellationToken ct)
    {
        try
        {
            var handler = services.GetServices<IJobHandler>().Single(h => h.Kind == run.Job.Kind);
            return await handler.Run(run, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return new JobEnd.TryAgain("It was interrupted.");
        }
        catch (Exception exception)
        {
            Broke(exception, run.Job.Kind, run.Job.Key);
            return new JobEnd.TryAgain(exception.Message);
        }
    }

    private async Task Keep(Job job, JobEnding ending)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        if (!await ending.Write(db, keys, job, time, CancellationToken.None)) return;
        Ended(job.Kind, job.Key, ending.Status);
        if (ending.Status == JobStatus.Scheduled)
        {
            (job.Status, job.DueAt) = (ending.Status, ending.Due);
            signals.Wake(job);
        }
    }

    [LoggerMessage(2102, LogLevel.Error, "Job {Kind} {Job} broke")]
    private partial void Broke(Exception exception, string kind, long job);

    [LoggerMessage(2103, LogLevel.Information, "Job {Kind} {Job} is {Status}")]
    private partial void Ended(string kind, long job, JobStatus status);
}
