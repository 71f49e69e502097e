using System.Diagnostics;
using System.Text;

namespace Merlon.Core.Engines;

/// <summary>Holds a child to its limits: time, memory as the kernel counts it, and the caller's will. Ends it for whichever comes first.</summary>
internal sealed class EngineWatch : IAsyncDisposable
{
    private const int ErrorsKept = 8192;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private readonly Process _child;
    private readonly EngineLimits _limits;
    private readonly TimeProvider _time;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _stopped = new();
    private readonly CancellationTokenSource _over = new();
    private readonly StringBuilder _errors = new();
    private readonly Task _watching;

    public EngineWatch(Process child, EngineLimits limits, TimeProvider time, CancellationToken caller)
    {
        (_child, _limits, _time, _caller) = (child, limits, time, caller);
        child.ErrorDataReceived += (_, line) => Keep(line.Data);
        child.BeginErrorReadLine();
        _watching = Watch();
    }

    /// <summary>Why it was ended; null if it ended by itself.</summary>
    public EngineEnd? Reason { get; private set; }

    /// <summary>Fires when the child was ended from here.</summary>
    public CancellationToken Stopped => _stopped.Token;

    /// <summary>The first of what it wrote to standard error.</summary>
    public string Errors
    {
        get { lock (_errors) return _errors.ToString(); }
    }

    /// <summary>Makes sure that the child is gone, with everything it started.</summary>
    public async Task End()
    {
        await _over.CancelAsync();
        await _watching;
        Kill();
        // Also waits for the last words on standard error.
        await _child.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_over.IsCancellationRequested) await End();
        _stopped.Dispose();
        _over.Dispose();
    }

    private async Task Watch()
    {
        var deadline = _time.GetUtcNow() + _limits.Time;
        using var timer = new PeriodicTimer(Look, _time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, _caller);
        try
        {
            do Reason = _time.GetUtcNow() >= deadline ? new EngineEnd.TimedOut(_limits.Time) : Resident(_child.Id) > _limits.Memory ? new EngineEnd.OverMemory(_limits.Memory) : null;
            while (Reason is null && await timer.WaitForNextTickAsync(ended.Token));
        }
        catch (OperationCanceledException)
        {
            if (!_over.IsCancellationRequested) Reason = new EngineEnd.Canceled();
        }
        if (Reason is null) return;
        Kill();
        await _stopped.CancelAsync();
    }

    private void Kill()
    {
        try
        {
            _child.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private void Keep(string? line)
    {
        lock (_errors)
            if (line is not null && _errors.Length < ErrorsKept) _errors.Append(line.AsSpan(0, Math.Min(line.Length, ErrorsKept))).Append('\n');
    }

    /// <summary>Resident bytes that are the process's own (RssAnon and RssShmem, proc(5)); 0 where that cannot be read. Pages of mapped files do not count: the kernel takes them back when it needs them.</summary>
    private static long Resident(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal) || line.StartsWith("RssShmem:", StringComparison.Ordinal))
                .Sum(line => long.TryParse(line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1).Trim().TrimEnd(" kB"), out var kilobytes) ? kilobytes << 10 : 0);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
