using System.Collections.Concurrent;

namespace Merlon.Core.Jobs;

/// <summary>
/// Hints within one process, after a commit: this job is due, that one is to be canceled. A lost hint costs seconds, never a job:
/// the reconciler and the pulse of each run read the rows.
/// </summary>
public sealed class JobSignals
{
    private readonly ConcurrentDictionary<(long Tenant, long Key), Action> _running = new();

    /// <summary>Called for a job that should start soon; a process without workers has no listener.</summary>
    internal Action<Job>? Due { get; set; }

    internal void Wake(Job job) => Due?.Invoke(job);

    internal void Cancel(Job job)
    {
        if (_running.TryGetValue((job.TenantKey, job.Key), out var cancel)) cancel();
    }

    internal void Began(Job job, Action cancel) => _running[(job.TenantKey, job.Key)] = cancel;

    internal void Ended(Job job) => _running.TryRemove((job.TenantKey, job.Key), out _);
}
