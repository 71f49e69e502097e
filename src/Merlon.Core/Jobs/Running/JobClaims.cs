using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Jobs.Running;

/// <summary>Takes jobs for this process, gives them their end, and takes them away from workers that died. Every write is conditional.</summary>
internal sealed class JobClaims(IDbContextFactory<MerlonDb> databases, Keys keys, JobKinds kinds, JobOptions options, TimeProvider time)
{
    /// <summary>Takes the job if it is due and nobody has it. Null when there is nothing to do: done, taken, canceled, not due.</summary>
    public async Task<Job?> Take(long tenant, long key, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        var row = db.OfAllTenants<Job>().Where(j => j.TenantKey == tenant && j.Key == key);
        if (await row.AsNoTracking().SingleOrDefaultAsync(j => j.Status == JobStatus.Active, ct) is { } running) await Reclaim(db, running, ct);

        var taken = await row.Where(j => j.Status < JobStatus.Completed && j.Status != JobStatus.Active && j.DueAt <= now && !j.CancelRequested && kinds.Known.Contains(j.Kind))
            .ExecuteUpdateAsync(set => set
                .SetProperty(j => j.Status, JobStatus.Active)
                .SetProperty(j => j.Owner, WorkerName.Own)
                .SetProperty(j => j.Claim, j => j.Claim + 1)
                .SetProperty(j => j.Attempts, j => j.Attempts + 1)
                .SetProperty(j => j.ActivatedAt, j => j.ActivatedAt ?? now)
                .SetProperty(j => j.HeartbeatAt, now), ct);
        return taken == 1 ? await row.AsNoTracking().SingleAsync(ct) : null;
    }

    /// <summary>Says that the run lives, with its news. Answers whether the job is still this run's, and whether it is to be canceled.</summary>
    public async Task<(bool Held, bool CancelRequested)> Beat(Job job, (int Percent, string? Text)? progress, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        var held = progress is var (percent, text)
            ? await db.Held(job).ExecuteUpdateAsync(set => set.SetProperty(j => j.HeartbeatAt, now).SetProperty(j => j.Percent, percent).SetProperty(j => j.ProgressText, text), ct)
            : await db.Held(job).ExecuteUpdateAsync(set => set.SetProperty(j => j.HeartbeatAt, now), ct);
        return (held == 1, held == 1 && await db.Held(job).AnyAsync(j => j.CancelRequested, ct));
    }

    /// <summary>Whether the job is still this run's and whether it is to be canceled, without a write.</summary>
    public async Task<(bool Held, bool CancelRequested)> Look(Job job, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var flags = await db.Held(job).Select(j => (bool?)j.CancelRequested).SingleOrDefaultAsync(ct);
        return (flags is not null, flags is true);
    }

    /// <summary>Takes jobs away from workers that died, so that others can take them. Returns how many.</summary>
    public async Task<int> ReclaimDead(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var active = await db.OfAllTenants<Job>().AsNoTracking().Where(j => j.Status == JobStatus.Active && j.Owner != WorkerName.Own).ToListAsync(ct);
        var reclaimed = 0;
        foreach (var job in active)
            if (await Reclaim(db, job, ct)) reclaimed++;
        return reclaimed;
    }

    private async Task<bool> Reclaim(MerlonDb db, Job job, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (WorkerName.IsAlive(job.Owner!) ?? job.HeartbeatAt > now - options.DeadAfter) return false;
        var end = job.CancelRequested ? JobEnding.Canceled(now)
            : job.Attempts >= job.MaxAttempts ? JobEnding.Failed($"The worker died while running it, {job.Attempts} times.", now)
            : JobEnding.Again(JobStatus.New, now);
        return await end.Write(db, keys, job, time, ct);
    }
}
