using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Jobs;

/// <summary>A handler's view of the job it runs. What it tells is written about once a second, beside the handler's own transactions.</summary>
public sealed class JobRun
{
    private readonly Lock _gate = new();
    private readonly List<(DateTimeOffset At, string Text)> _lines = [];
    private readonly TimeProvider _time;
    private (int Percent, string? Text)? _progress;

    internal JobRun(Job job, TenantId tenant, TimeProvider time) => (Job, Tenant, _time) = (job, tenant, time);

    /// <summary>The job as it was when this run took it.</summary>
    public Job Job { get; }

    /// <summary>The tenant it belongs to.</summary>
    public TenantId Tenant { get; }

    /// <summary>The system acting in the job's tenant: the caller of the domain calls that a handler makes.</summary>
    public Caller System => Caller.System(Tenant);

    /// <summary>Tells how far the run is: 0 to 100, and what is being done. Cheap; only the last one told within a second is written.</summary>
    public Task Progress(int percent, string? text = null)
    {
        lock (_gate) _progress = (Math.Clamp(percent, 0, 100), text);
        return Task.CompletedTask;
    }

    /// <summary>Adds a line to the job's log, which is bounded (<see cref="JobLogLine"/>).</summary>
    public void Log(string text)
    {
        var line = text.Length <= JobLogLine.MaxLength ? text : text[..JobLogLine.MaxLength];
        lock (_gate)
        {
            // One line over the bound is kept, so that the writer sees that something was dropped.
            if (_lines.Count <= JobLogLine.MaxLines) _lines.Add((_time.GetUtcNow(), line));
        }
    }

    /// <summary>
    /// True while the job is still this run's and nobody asked to cancel it. Called inside the transaction of <paramref name="db"/> that publishes the result, it locks
    /// the row, so that no other worker can take the job, and nobody cancel it, before that transaction ends; after false the handler keeps nothing.
    /// </summary>
    public async Task<bool> Hold(MerlonDb db, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        return await db.Held(Job).Where(j => !j.CancelRequested).ExecuteUpdateAsync(set => set.SetProperty(j => j.HeartbeatAt, now), ct) == 1;
    }

    internal ((int Percent, string? Text)? Progress, IReadOnlyList<(DateTimeOffset At, string Text)> Lines) TakeNews()
    {
        lock (_gate)
        {
            var news = (_progress, (IReadOnlyList<(DateTimeOffset, string)>)[.. _lines]);
            _progress = null;
            _lines.Clear();
            return news;
        }
    }
}
