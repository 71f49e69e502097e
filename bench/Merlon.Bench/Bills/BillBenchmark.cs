using System.Diagnostics;
using Merlon.Bench.Advisories;
using Merlon.Packages.Advisories;
using Merlon.Packages.Bills;
using Merlon.Packages.Purls;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Bench.Bills;

/// <summary>A large and a small CycloneDX document, read item by item, checked against the format's rules and matched with the advisories of the store.</summary>
static class BillBenchmark
{
    const int BatchSize = 5_000;
    const int SmallMegabytes = 10;
    const double LargeSeconds = 20;
    const double SmallSeconds = 1;
    const long MostBytes = 1_000_000_000;

    public static async Task<bool> Run(Arguments arguments)
    {
        await using var stage = await Stage.Start(arguments);
        var archive = Path.Combine(stage.Folder, "all.zip");
        GeneratedArchive.Write(archive, arguments.Number("entries", 200_000));
        await ImportBenchmark.Import(stage, archive, "advisories");
        var (small, large) = (Path.Combine(stage.Folder, "small.json"), Path.Combine(stage.Folder, "large.json"));
        GeneratedBill.Write(small, SmallMegabytes * 1_000_000L);
        GeneratedBill.Write(large, arguments.Number("megabytes", 250) * 1_000_000L);
        var smallTime = await Measure(stage, small);
        var largeTime = await Measure(stage, large);
        return smallTime < SmallSeconds && largeTime < LargeSeconds && PeakBytes() < MostBytes;
    }

    // The better of two: the first compiles.
    static async Task<double> Measure(Stage stage, string file)
    {
        var best = double.MaxValue;
        for (var time = 0; time < 2; time++)
        {
            var watch = new Watch();
            var (read, hit, problems) = await stage.Do(s => Match(s.GetRequiredService<IAdvisorySource>(), file));
            best = Math.Min(best, watch.Seconds);
            Console.WriteLine($"{new FileInfo(file).Length / 1e6:0} MB, {read} components, {hit} hit by advisories, {problems} problems, in {watch}, peak {PeakBytes() / 1e6:0} MB");
        }
        return best;
    }

    static async Task<(int Read, int Hit, int Problems)> Match(IAdvisorySource advisories, string file)
    {
        var (read, hit, problems, batch) = (0, 0, 0, new List<Purl>(BatchSize));
        var matcher = new AdvisoryMatcher(advisories);
        await using var content = File.OpenRead(file);
        await foreach (var item in new BillReader().ReadAhead(content))
        {
            if (item is BillProblem) problems++;
            if (item is not BillComponent { Purl: { } purl }) continue;
            read++;
            batch.Add(purl);
            if (batch.Count == BatchSize) hit += await Hits();
        }
        return (read, hit + await Hits(), problems);

        async Task<int> Hits()
        {
            var vulnerable = 0;
            await foreach (var verdict in matcher.Match(batch, default))
                if (verdict.Matches.Length > 0) vulnerable++;
            batch.Clear();
            return vulnerable;
        }
    }

    static long PeakBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
