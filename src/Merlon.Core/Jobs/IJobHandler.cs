namespace Merlon.Core.Jobs;

/// <summary>
/// Does one kind of job. It may be run again after a crash, also while a worker believed dead still runs: it looks at what is already
/// there, and takes <see cref="JobRun.Hold"/> inside the transaction that publishes its result.
/// </summary>
public interface IJobHandler
{
    /// <summary>The kind, as <c>code-scan</c>; stored with the job.</summary>
    string Kind { get; }

    /// <summary>What it mostly uses up.</summary>
    JobLane Lane { get; }

    /// <summary>Does the job. The token fires when the job is canceled, when the worker stops, and when the job was lost to another worker.</summary>
    Task<JobEnd> Run(JobRun run, CancellationToken ct);
}
