using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Advisories;

/// <summary>Has every tenant's stored packages matched again, by a job for each.</summary>
public sealed class RematchQueue(MerlonDb db, Tenants tenants, Jobs.Jobs jobs)
{
    /// <summary>Queues one job a tenant; a tenant whose job has not begun yet needs no second one.</summary>
    public async Task QueueAll(CancellationToken ct)
    {
        var waiting = (await db.OfAllTenants<Job>().Where(j => j.Kind == RematchJob.KindName && j.Status == JobStatus.New).Select(j => j.TenantKey).ToListAsync(ct)).ToHashSet();
        foreach (var tenant in (await tenants.All(ct)).Where(t => !waiting.Contains(t.Key)))
        {
            var job = await jobs.Queue(new JobDraft(RematchJob.KindName, JobSource.Advisories), Caller.System(tenant), ct);
            await db.SaveChangesAsync(ct);
            jobs.Wake(job);
        }
    }
}
