using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Retention;

/// <summary>Ended jobs past their time, with their tasks and logs.</summary>
internal sealed class OldJobs(MerlonDb db) : IRetained
{
    // A job may have a thousand lines of log.
    private const int JobsAtATime = 100;

    public string What => "jobs";

    public int Days(RetentionOptions options) => options.JobDays;

    public async Task<int> RemoveSome(TenantId tenant, DateTimeOffset before, CancellationToken ct)
    {
        var keys = await db.Of<Job>(tenant).Where(j => j.CompletedAt < before && j.Status >= JobStatus.Completed).OrderBy(j => j.CompletedAt).Select(j => j.Key).Take(JobsAtATime).ToListAsync(ct);
        if (keys.Count == 0) return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Of<JobLogLine>(tenant).Where(l => keys.Contains(l.JobKey)).ExecuteDeleteAsync(ct);
        await db.Of<JobTask>(tenant).Where(t => keys.Contains(t.JobKey)).ExecuteDeleteAsync(ct);
        // One that was retried since it was read stays, and has a log from then on.
        var removed = await db.Of<Job>(tenant).Where(j => keys.Contains(j.Key) && j.Status >= JobStatus.Completed).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return removed;
    }
}
