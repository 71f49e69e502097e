namespace Merlon.Core.Jobs;

/// <summary>What a job mostly uses up. Each lane has workers of its own, so that a queue of scans holds up no mail.</summary>
public enum JobLane
{
    /// <summary>The processors: analysis of code, matching.</summary>
    Processor,

    /// <summary>Waiting for others: scans of machines, downloads.</summary>
    Network,

    /// <summary>Short and cheap: deletions, notifications, sweeping.</summary>
    Light,
}
