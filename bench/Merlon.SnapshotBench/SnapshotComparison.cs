using System.Diagnostics;
using Merlon.Nodes.Snapshots;

namespace Merlon.SnapshotBench;

/// <summary>What one comparison cost, over all its rounds.</summary>
sealed record ComparisonFigures(string Name, int Items, long StoredBytes, long Changes, double MinimumMilliseconds, double MedianMilliseconds, double MedianProcessorMilliseconds);

/// <summary>Measures comparing two stored snapshots: opened from their files, compared, every change enumerated, closed.</summary>
static class SnapshotComparison
{
    // Rounds that are not counted: the runtime compiles what is used often a second time.
    const int WarmUp = 10;

    public static ComparisonFigures Measure(string name, int items, int changedOneIn, int rounds)
    {
        var (before, after) = (Store(items, 1, changedOneIn), Store(items, 2, changedOneIn));
        try
        {
            var times = new double[rounds];
            var busy = new double[rounds];
            long changes = 0;
            for (var round = -WarmUp; round < rounds; round++)
            {
                var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                changes = Compare(before, after);
                if (round < 0) continue;
                times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                busy[round] = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds;
            }

            return new ComparisonFigures(name, items, new FileInfo(after).Length, changes, times.Min(), Median(times), Median(busy));
        }
        finally
        {
            File.Delete(before);
            File.Delete(after);
        }
    }

    static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    static long Compare(string before, string after)
    {
        using var old = SnapshotReader.Open(before);
        using var current = SnapshotReader.Open(after);
        return DiffSummary.Of(SnapshotDiff.Compare(old, current).Changes()).Total;
    }

    static string Store(int items, int generation, int changedOneIn)
    {
        var path = Path.GetTempFileName();
        using var file = File.Create(path);
        var writer = new SnapshotWriter(file);
        foreach (var item in MadeUpMachine.Items(items, generation, changedOneIn)) writer.Write(item);
        writer.Finish();
        return path;
    }
}
