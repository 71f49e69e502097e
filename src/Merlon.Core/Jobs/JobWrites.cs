using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Jobs;

/// <summary>The conditional updates by which callers, workers and the reconciler change a job's row without locks.</summary>
internal static class JobWrites
{
    /// <summary>Ends the jobs that nobody runs and flags the running ones.</summary>
    public static async Task Cancel(IQueryable<Job> open, DateTimeOffset now, CancellationToken ct)
    {
        await open.Where(j => j.Status == JobStatus.Active).ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), ct);
        await open.Where(j => j.Status != JobStatus.Active).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.CancelRequested, true)
            .SetProperty(j => j.Status, JobStatus.Canceled)
            .SetProperty(j => j.CompletedAt, now), ct);
    }

    /// <summary>The row if the claim still holds, to be updated or looked at; empty once another worker took the job.</summary>
    public static IQueryable<Job> Held(this MerlonDb db, Job job) => db.OfAllTenants<Job>()
        .Where(j => j.TenantKey == job.TenantKey && j.Key == job.Key && j.Claim == job.Claim && j.Status == JobStatus.Active);

    /// <summary>Gives every task that has not ended the end of its job.</summary>
    public static Task EndTasks(this MerlonDb db, Job job, JobTaskStatus status, DateTimeOffset now, CancellationToken ct) =>
        db.OfAllTenants<JobTask>().Where(t => t.TenantKey == job.TenantKey && t.JobKey == job.Key && t.Status < JobTaskStatus.Success)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, status).SetProperty(t => t.UpdatedAt, now), ct);
}
