using System.Diagnostics;
using System.Globalization;
using Merlon.Analysis;
using Merlon.Analysis.Dataflow;

namespace Merlon.DataflowBench.Growth;

/// <summary>How the cost of a scan grows with the lines that it reads: each part is scanned by a process of its own.</summary>
static class GrowthCurve
{
    static readonly double[] Shares = [0.125, 0.25, 0.5, 0.75, 1];

    /// <summary>Scans growing parts of the trees, prints a line for each, and draws them.</summary>
    public static int Measure(string plot, string[] trees)
    {
        Console.WriteLine("    lines    CPU s   clock s  peak MB  us/line");
        var points = new List<GrowthPoint>();
        foreach (var share in Shares)
        {
            points.Add(MeasureApart(share, trees));
            var last = points[^1];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{last.Lines,9} {last.Processor,8:F1} {last.Clock,9:F1} {last.PeakMegabytes,8:F0} {last.Processor / last.Lines * 1e6,8:F0}"));
        }
        File.WriteAllText(plot, new GrowthPlot(points).ToSvg());
        return 0;
    }

    /// <summary>Scans a part in this process and prints what it took.</summary>
    public static async Task<int> ScanPart(string share, string[] trees)
    {
        var (tree, lines) = new SourceParts(trees).Take(double.Parse(share, CultureInfo.InvariantCulture));
        using var self = Process.GetCurrentProcess();
        var (before, clock) = (self.TotalProcessorTime, Stopwatch.StartNew());
        var context = new TreeScanContext { Tree = tree, Options = new CodeScanOptions { Kinds = CodeScanKinds.Code, Jobs = Environment.ProcessorCount }, Progress = new Progress<CodeScanProgress>() };
        await foreach (var _ in new DataflowScanner().Scan(context, CancellationToken.None)) { }
        self.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines} {(self.TotalProcessorTime - before).TotalSeconds:F2} {clock.Elapsed.TotalSeconds:F2} {self.PeakWorkingSet64 / 1e6:F0}"));
        return 0;
    }

    static GrowthPoint MeasureApart(double share, string[] trees)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["part", share.ToString(CultureInfo.InvariantCulture), .. trees]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        var words = child.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        child.WaitForExit();
        return new GrowthPoint(long.Parse(words[0], CultureInfo.InvariantCulture), Number(words[1]), Number(words[2]), Number(words[3]));
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What one part took: seconds of processor and of the clock, and the most memory that was held.</summary>
sealed record GrowthPoint(long Lines, double Processor, double Clock, double PeakMegabytes);
