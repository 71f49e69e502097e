using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Jobs;

/// <summary>What a handler does with the tasks of its job.</summary>
public sealed class JobTasks(MerlonDb db, TimeProvider time)
{
    /// <summary>Characters of a task's log that are kept, from its end.</summary>
    public const int MaxLog = 64 * 1024;

    /// <summary>The tasks of the job, in order.</summary>
    public async Task<IReadOnlyList<JobTask>> Of(Job job, CancellationToken ct) =>
        await db.OfAllTenants<JobTask>().AsNoTracking().Where(t => t.TenantKey == job.TenantKey && t.JobKey == job.Key).OrderBy(t => t.Sequence).ToListAsync(ct);

    /// <summary>Changes where a task stands. Null <paramref name="log"/> and <paramref name="report"/> leave what is there.</summary>
    public async Task Change(JobTask task, JobTaskStatus status, string? step = null, string? log = null, string? report = null, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        var kept = log is { Length: > MaxLog } ? log[^MaxLog..] : log;
        await db.OfAllTenants<JobTask>().Where(t => t.TenantKey == task.TenantKey && t.Key == task.Key).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.Status, status)
            .SetProperty(t => t.Step, t => step ?? t.Step)
            .SetProperty(t => t.Log, t => kept ?? t.Log)
            .SetProperty(t => t.Report, t => report ?? t.Report)
            .SetProperty(t => t.UpdatedAt, now), ct);
    }
}
