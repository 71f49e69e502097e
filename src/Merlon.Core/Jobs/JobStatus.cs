namespace Merlon.Core.Jobs;

/// <summary>Where a job stands. The last four are final; <see cref="Jobs.Retry"/> alone leads out of them.</summary>
public enum JobStatus
{
    /// <summary>Queued; a worker takes it as soon as one is free.</summary>
    New,

    /// <summary>Due later: another attempt after a failure, or a start that was asked for.</summary>
    Scheduled,

    /// <summary>A worker runs it.</summary>
    Active,

    /// <summary>Its handler waits for something outside, such as an agent's delivery.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Ended with a message, after as many attempts as it had.</summary>
    Failed,

    /// <summary>Ended because somebody asked for it.</summary>
    Canceled,

    /// <summary>Ended by the server itself: over a limit, or what it was for is gone.</summary>
    Terminated,
}

/// <summary>Words about statuses.</summary>
public static class JobStatuses
{
    /// <summary>True when nothing more happens to the job by itself.</summary>
    public static bool IsFinal(this JobStatus status) => status >= JobStatus.Completed;
}
