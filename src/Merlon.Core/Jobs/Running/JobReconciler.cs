using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Jobs.Running;

/// <summary>Makes triggers agree with rows: gives back the jobs of dead workers, and makes sure that what is due soon has a trigger.</summary>
internal sealed class JobReconciler(IDbContextFactory<MerlonDb> databases, JobClaims claims, JobLanes lanes, JobKinds kinds, JobMetrics metrics, JobOptions options, TimeProvider time)
{
    /// <summary>One pass. Looks only as far ahead in each lane's queue as its workers can come before the next pass.</summary>
    public async Task Pass(CancellationToken ct)
    {
        await claims.ReclaimDead(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        foreach (var lane in Enum.GetValues<JobLane>())
        {
            var soon = await Open(db).Where(j => j.Lane == lane && j.DueAt <= now + options.Reconcile && kinds.Known.Contains(j.Kind))
                .OrderBy(j => j.DueAt).ThenBy(j => j.Key).Take((options.Of(lane) * 4) + 20).AsNoTracking().ToListAsync(ct);
            foreach (var job in soon) await lanes.Ensure(job, ct);
        }
        var oldest = await Open(db).Where(j => j.DueAt <= now).MinAsync(j => (DateTimeOffset?)j.DueAt, ct);
        metrics.OldestDue = oldest is { } due ? now - due : TimeSpan.Zero;
    }

    private static IQueryable<Job> Open(MerlonDb db) =>
        db.OfAllTenants<Job>().Where(j => j.Status == JobStatus.New || j.Status == JobStatus.Scheduled || j.Status == JobStatus.Waiting);
}
