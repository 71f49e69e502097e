using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Merlon.Bench.Findings;

/// <summary>Pages of 50 findings with their counts, any page, many filters, over HTTP.</summary>
static class ListBenchmark
{
    private const double Figure = 50;

    private static readonly string[] Filters =
    [
        "", "severity=high", "severity=critical&type=vuln", "category=SQL%20Injection", "type=secret", "status=any", "finding_tags=language=java&severity=low",
        "finding_tags=cwe_category=40", "finding_tags=sink_method=java.sql.Statement.run100", "sort=severity", "order=asc&type=insight", "assignment=unassigned&severity=medium",
    ];

    public static async Task<bool> Run(Arguments arguments)
    {
        var (count, applications, readers, seconds) = (arguments.Number("findings", 1_000_000), arguments.Number("applications", 1), arguments.Number("readers", 8), arguments.Number("seconds", 20));
        await using var stage = await Stage.Start(arguments);
        var watch = new Watch();
        for (var n = 0; n < applications; n++)
            await Generated.Publish(stage, await stage.Application($"app{n}"), Generated.Findings(n * (count / applications), count / applications));
        Console.WriteLine($"{count} findings of {applications} applications published in {watch}");

        using var client = await stage.Client();
        var list = applications == 1 ? "apps/app0/findings" : "findings";
        var paths = await Paths(client, $"/api/v4/orgs/{stage.Tenant.Id}/{list}");
        // Until the server's code is compiled for speed, as that of one that runs for a minute is.
        await Read(client, paths, readers, TimeSpan.FromSeconds(arguments.Number("warm", 20)));
        watch = new Watch();
        var latencies = await Read(client, paths, readers, TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{readers} readers: {latencies}; {watch}, {watch.CpuSeconds * 1000 / latencies.Count:0.0} ms CPU a page with its client");
        foreach (var path in paths)
        {
            var alone = new Latencies();
            for (var n = 0; n < 20; n++) await alone.Time(() => client.Drain(path));
            Console.WriteLine($"  alone {alone.At(0.5),6:0.0} ms  {path[(path.IndexOf(list, StringComparison.Ordinal) + list.Length)..]}");
        }
        return latencies.At(0.99) < Figure;
    }

    // For each filter the first page, one in the middle and the last.
    private static async Task<List<string>> Paths(HttpClient client, string list)
    {
        var paths = new List<string>();
        foreach (var filter in Filters)
        {
            var total = (int)JsonNode.Parse(await client.GetStringAsync($"{list}?{filter}&only_counts=true"))!["response"]!["total_count"]!;
            var pages = Math.Max(1, (total + 49) / 50);
            paths.AddRange(new[] { 1, (pages + 1) / 2, pages }.Distinct().Select(page => $"{list}?{filter}&page={page}"));
        }
        return paths;
    }

    private static async Task<Latencies> Read(HttpClient client, List<string> paths, int readers, TimeSpan time)
    {
        var latencies = new Latencies();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, readers).Select(reader => Task.Run(async () =>
        {
            for (var n = reader * 7; watch.Elapsed < time; n++) await latencies.Time(() => client.Drain(paths[n % paths.Count]));
        })));
        return latencies;
    }
}
