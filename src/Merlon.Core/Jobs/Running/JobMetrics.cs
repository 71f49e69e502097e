using System.Diagnostics.Metrics;

namespace Merlon.Core.Jobs.Running;

/// <summary>What tells an operator that workers are missing: the age of the oldest due job, and how many jobs run per lane.</summary>
internal sealed class JobMetrics
{
    private readonly int[] _running = new int[3];
    private double _oldestDue;

    public JobMetrics(IMeterFactory meters)
    {
        Meter = meters.Create("merlon");
        Meter.CreateObservableGauge("merlon.jobs.oldest_due_age", () => Volatile.Read(ref _oldestDue), "s", "Age of the oldest job that is due and that nobody has taken; 0 when there is none");
        Meter.CreateObservableGauge("merlon.jobs.running", () => Enum.GetValues<JobLane>().Select(lane =>
            new Measurement<int>(Volatile.Read(ref _running[(int)lane]), new KeyValuePair<string, object?>("lane", lane.ToString().ToLowerInvariant()))), "{job}", "Jobs that this process runs");
    }

    public Meter Meter { get; }

    /// <summary>The age as the reconciler last saw it.</summary>
    public TimeSpan OldestDue
    {
        get => TimeSpan.FromSeconds(Volatile.Read(ref _oldestDue));
        set => Volatile.Write(ref _oldestDue, value.TotalSeconds);
    }

    /// <summary>Counts a run until it is disposed.</summary>
    public IDisposable Running(JobLane lane)
    {
        Interlocked.Increment(ref _running[(int)lane]);
        return new Counted(() => Interlocked.Decrement(ref _running[(int)lane]));
    }

    private sealed class Counted(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
