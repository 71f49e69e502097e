namespace Merlon.Bench.Findings;

/// <summary>Findings kept from one scan while readers read; then the same scan again. They are made as they are asked for, as an engine tells them.</summary>
static class PublishBenchmark
{
    private const double Figure = 5;

    public static async Task<bool> Run(Arguments arguments)
    {
        var (count, readers, pause) = (arguments.Number("findings", 100_000), arguments.Number("readers", 8), arguments.Number("pause", 100));
        await using var stage = await Stage.Start(arguments);
        var (shop, other) = (await stage.Application("shop"), await stage.Application("other"));
        using var client = await stage.Client();
        using var stop = new CancellationTokenSource();
        var latencies = new Latencies();
        var reading = Enumerable.Range(0, readers).Select(_ => Task.Run(() => Read(stage, client, latencies, pause, stop.Token))).ToArray();

        // A server that has done such work before, as servers have.
        for (var time = 0; time < arguments.Number("warm", 4); time++) await Generated.Publish(stage, other, Generated.Findings(time * count / 4, count));
        latencies.Clear();

        var worst = 0.0;
        foreach (var time in (string[])["first", "second, all recognised"])
        {
            var watch = new Watch();
            var scan = await Generated.Publish(stage, shop, Generated.Findings(0, count));
            worst = Math.Max(worst, watch.Seconds);
            Console.WriteLine($"{time}: {scan.Counts.Findings} findings, {scan.Counts.NewFindings} new, in {watch}");
        }
        await stop.CancelAsync();
        await Task.WhenAll(reading);
        Console.WriteLine($"{readers} readers meanwhile: {latencies}");
        return worst < Figure;
    }

    // A reader asks, looks at the page for a moment, and asks again.
    private static async Task Read(Stage stage, HttpClient client, Latencies latencies, int pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await latencies.Time(() => client.Drain($"/api/v4/orgs/{stage.Tenant.Id}/findings?severity=high&page=3"));
            await Task.Delay(pause, CancellationToken.None);
        }
    }
}
