using Merlon.Core.Applications;
using Merlon.Core.Components;
using Merlon.Core.Jobs;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Advisories;

/// <summary>Matches the packages in the current scans of a tenant's applications with the advisories there are now. Running it twice does no harm.</summary>
internal sealed class RematchJob(MerlonDb db, Rematch rematch) : IJobHandler
{
    /// <summary>The kind of its jobs.</summary>
    public const string KindName = "advisory-rematch";

    public string Kind => KindName;

    public JobLane Lane => JobLane.Processor;

    public async Task<JobEnd> Run(JobRun run, CancellationToken ct)
    {
        var applications = await db.Of<Application>(run.Tenant).AsNoTracking().Where(a => a.CurrentScanKey != null).OrderBy(a => a.Key).Select(a => a.Key).ToListAsync(ct);
        var done = 0;
        foreach (var key in applications)
        {
            if (await rematch.Run(key, run.System, ct) is { } told) run.Log(told);
            await run.Progress(100 * ++done / applications.Count, $"{done} of {applications.Count} applications");
        }
        return JobEnd.Done;
    }
}
