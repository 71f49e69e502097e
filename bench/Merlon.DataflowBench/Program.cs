using Merlon.DataflowBench.Growth;
using Merlon.DataflowBench.Renaming;

namespace Merlon.DataflowBench;

static class Program
{
    static async Task<int> Main(string[] args) => args switch
    {
        ["parse", var folder] => ParseSpeed.Measure(folder),
        ["scan", var folder, var output, .. var rest] => await ScanToSarif.Run(folder, output, rest is [var jobs, ..] ? int.Parse(jobs) : Environment.ProcessorCount, rest is [_, var cache] ? cache : null),
        ["rename", var folder, var expected, var output] => TreeRenamer.Run(folder, expected, output),
        ["costs", var folder, var most] => EntryCosts.Measure(folder, int.Parse(most)),
        ["growth", var plot, .. var trees] when trees.Length > 0 => GrowthCurve.Measure(plot, trees),
        ["part", var share, .. var trees] when trees.Length > 0 => await GrowthCurve.ScanPart(share, trees),
        ["phases", var folder, var kept] => PhaseCosts.Measure(folder, kept),
        _ => Usage(),
    };

    static int Usage()
    {
        Console.Error.WriteLine("usage: Merlon.DataflowBench parse FOLDER | rename FOLDER EXPECTED.csv OUTPUT | costs FOLDER ENTRIES | phases FOLDER KEPT | growth PLOT.svg FOLDER... | scan FOLDER OUTPUT.sarif [JOBS [CACHE]]");
        return 2;
    }
}
