using System.Collections.Concurrent;
using System.Diagnostics;

namespace Merlon.Bench;

/// <summary>How long repeated things took, from several threads.</summary>
sealed class Latencies
{
    private readonly ConcurrentBag<double> _milliseconds = [];

    /// <summary>Times one.</summary>
    public async Task Time(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        _milliseconds.Add(watch.Elapsed.TotalMilliseconds);
    }

    /// <summary>Forgets what was timed so far.</summary>
    public void Clear() => _milliseconds.Clear();

    public int Count => _milliseconds.Count;

    /// <summary>The value that a share of all stay under, in milliseconds.</summary>
    public double At(double share)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    public override string ToString() => $"{Count} times, median {At(0.5):0.0} ms, 99th percentile {At(0.99):0.0} ms, worst {At(1):0.0} ms";
}
