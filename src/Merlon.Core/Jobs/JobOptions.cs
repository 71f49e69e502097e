namespace Merlon.Core.Jobs;

/// <summary>How this process works on jobs.</summary>
public sealed record JobOptions
{
    /// <summary>Jobs of the processor lane at a time; each may itself use several processors.</summary>
    public int Processor { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Jobs of the network lane at a time.</summary>
    public int Network { get; init; } = 8;

    /// <summary>Jobs of the light lane at a time.</summary>
    public int Light { get; init; } = 4;

    /// <summary>How often rows without a trigger and rows of dead workers are looked for.</summary>
    public TimeSpan Reconcile { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often progress and log are written and cancel flags read.</summary>
    public TimeSpan Pulse { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A worker on another machine that was silent for longer is taken for dead.</summary>
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Wait before the second attempt; doubled for each one after it.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a graceful stop waits for runs to notice.</summary>
    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Workers of a lane.</summary>
    public int Of(JobLane lane) => lane switch
    {
        JobLane.Processor => Processor,
        JobLane.Network => Network,
        _ => Light,
    };
}
