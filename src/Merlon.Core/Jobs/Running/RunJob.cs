using System.Globalization;
using Quartz;

namespace Merlon.Core.Jobs.Running;

/// <summary>What every trigger of a job row fires. The token fires when the scheduler shuts down: the run is then parked.</summary>
internal sealed class RunJob(JobRunner runner) : IJob
{
    public const string Tenant = "tenant";
    public const string Number = "job";
    public static readonly JobKey Key = new("run");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.Run(Read(context, Tenant), Read(context, Number), cancellationToken);

    private static long Read(IJobExecutionContext context, string name) => long.Parse(context.MergedJobDataMap.GetString(name)!, CultureInfo.InvariantCulture);
}
