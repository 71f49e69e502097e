using Merlon.Core.Applications;
using Merlon.Core.Components;
using Merlon.Core.Jobs;
using Merlon.Core.Nodes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Advisories;

/// <summary>Matches the packages in the current scans of a tenant's applications and machines with the advisories there are now. Running it twice does no harm.</summary>
internal sealed class RematchJob(MerlonDb db, Rematch rematch, NodeRematch nodes) : IJobHandler
{
    /// <summary>The kind of its jobs.</summary>
    public const string KindName = "advisory-rematch";

    public string Kind => KindName;

    public JobLane Lane => JobLane.Processor;

    public async Task<JobEnd> Run(JobRun run, CancellationToken ct)
    {
        var applications = await db.Of<Application>(run.Tenant).AsNoTracking().Where(a => a.CurrentScanKey != null).OrderBy(a => a.Key).Select(a => a.Key).ToListAsync(ct);
        var machines = await db.Of<Node>(run.Tenant).AsNoTracking().Live().Where(n => n.LastSnapshotKey != null).OrderBy(n => n.Key).Select(n => n.Key).ToListAsync(ct);
        IEnumerable<Func<Task<string?>>> all = [.. applications.Select(key => (Func<Task<string?>>)(() => rematch.Run(key, run.System, ct))), .. machines.Select(key => (Func<Task<string?>>)(() => nodes.Run(key, run.Tenant, ct)))];
        var (done, total) = (0, applications.Count + machines.Count);
        foreach (var match in all)
        {
            if (await match() is { } told) run.Log(told);
            await run.Progress(100 * ++done / total, $"{done} of {total} applications and machines");
        }
        return JobEnd.Done;
    }
}
