using System.Diagnostics;

namespace Merlon.Bench.Findings;

/// <summary>Findings kept from one scan while readers read; then the same scan again.</summary>
static class PublishBenchmark
{
    private const double Figure = 5;

    public static async Task<bool> Run(Arguments arguments)
    {
        var (count, readers) = (arguments.Number("findings", 100_000), arguments.Number("readers", 8));
        await using var stage = await Stage.Start(arguments);
        var (shop, other) = (await stage.Application("shop"), await stage.Application("other"));
        await Generated.Publish(stage, other, Generated.Findings(0, 1000));
        var findings = Generated.Findings(0, count).ToList();
        using var client = await stage.Client();
        using var stop = new CancellationTokenSource();
        var latencies = new Latencies();
        var reading = Enumerable.Range(0, readers).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await latencies.Time(() => client.GetStringAsync($"/api/v4/orgs/{stage.Tenant.Id}/findings?severity=high&page=3", default));
        })).ToArray();

        var worst = 0.0;
        foreach (var time in (string[])["first", "second, all recognised"])
        {
            var watch = Stopwatch.StartNew();
            var scan = await Generated.Publish(stage, shop, findings);
            worst = Math.Max(worst, watch.Elapsed.TotalSeconds);
            Console.WriteLine($"{time}: {scan.Counts.Findings} findings, {scan.Counts.NewFindings} new, in {watch.Elapsed.TotalSeconds:0.00} s");
        }
        await stop.CancelAsync();
        await Task.WhenAll(reading);
        Console.WriteLine($"{readers} readers meanwhile: {latencies}");
        return worst < Figure;
    }
}
