using System.Diagnostics;
using Merlon.Core.Advisories;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Bench.Advisories;

/// <summary>An OSV archive loaded into the store, then loaded again.</summary>
static class ImportBenchmark
{
    private const double Seconds = 60;
    private const long Bytes = 500L << 20;

    public static async Task<bool> Run(Arguments arguments)
    {
        await using var stage = await Stage.Start(arguments);
        var archive = arguments.Text("archive");
        if (archive is null) GeneratedArchive.Write(archive = Path.Combine(stage.Folder, "all.zip"), arguments.Number("entries", 200_000));

        var first = await Import(stage, archive, "first");
        await Import(stage, archive, "again");
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"largest resident size {process.PeakWorkingSet64 >> 20} MB");
        return first < Seconds && process.PeakWorkingSet64 < Bytes;
    }

    /// <summary>Loads an archive and says how long it took.</summary>
    public static async Task<double> Import(Stage stage, string archive, string time)
    {
        var watch = new Watch();
        var report = await stage.Do(s => s.GetRequiredService<AdvisoryImport>().Load(archive, default));
        Console.WriteLine($"{time}: {report.Read} read, {report.Changed} changed, {report.SkippedCount} skipped, in {watch}");
        return watch.Seconds;
    }
}
