using System.Collections.Immutable;
using Merlon.Core.Jobs;

namespace Merlon.Server.Apis.Guardian;

/// <summary>The numbers that this API has for jobs and tasks (contract 2.5). Jobs about other things than machines have none, and are not shown.</summary>
static class JobCodes
{
    /// <summary>What a job can be about here.</summary>
    public static ImmutableArray<JobSource> Sources { get; } =
        [JobSource.Policy, JobSource.Node, JobSource.Environment, JobSource.PolicyVersion, JobSource.NodeGroup, JobSource.NodeScan, JobSource.EnvironmentScan, JobSource.NodeGroupScan];

    public static int Of(JobSource source) => source switch
    {
        JobSource.Policy => 3,
        JobSource.Node => 4,
        JobSource.Environment => 5,
        JobSource.PolicyVersion => 6,
        JobSource.NodeGroup => 7,
        JobSource.NodeScan => 11,
        JobSource.EnvironmentScan => 12,
        JobSource.NodeGroupScan => 13,
        _ => throw new InvalidOperationException($"Jobs about {source} are not shown here."),
    };

    public static int Of(JobStatus status) => status switch
    {
        JobStatus.New or JobStatus.Scheduled => 0,
        JobStatus.Active or JobStatus.Waiting => 1,
        JobStatus.Completed => 2,
        JobStatus.Canceled => 3,
        _ => -1,
    };

    public static int Of(JobTaskStatus status) => status switch
    {
        JobTaskStatus.Pending => 0,
        JobTaskStatus.Processing => 1,
        JobTaskStatus.Success => 2,
        JobTaskStatus.Assigned => 3,
        JobTaskStatus.Failure => 9,
        JobTaskStatus.Offline => 10,
        JobTaskStatus.Canceled => 20,
        JobTaskStatus.TimedOut => 55,
        _ => 88,
    };
}
