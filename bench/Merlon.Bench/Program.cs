using Merlon.Bench;
using Merlon.Bench.Advisories;
using Merlon.Bench.Bills;
using Merlon.Bench.Findings;
using Merlon.Bench.Servers;

// A runner of named benchmarks; bench/README.md has the commands.
Benchmark[] benchmarks =
[
    new("findings publish", "100,000 findings kept from one scan, twice, while eight readers read", PublishBenchmark.Run),
    new("findings list", "pages of a list of findings over HTTP: one scan of a million, or a million over many applications", ListBenchmark.Run),
    new("advisories import", "an OSV archive, generated if none is named, loaded into the store", ImportBenchmark.Run),
    new("server start", "the built server from start to ready, and its idle memory", StartBenchmark.Run),
    new("codebase scan", "a kernel-sized tree and one file of a gigabyte, uploaded and scanned: memory of server and engine", CodebaseBenchmark.Run),
    new("advisories match", "packages matched with the advisories of the store", MatchBenchmark.Run),
    new("bills match", "CycloneDX documents of 10 and 250 MB read and matched with the advisories of the store", BillBenchmark.Run),
];
var name = string.Join(' ', args.Take(2));
if (Array.Find(benchmarks, b => b.Name == name) is not { } benchmark)
{
    await Console.Error.WriteLineAsync("Name a benchmark:");
    foreach (var known in benchmarks) await Console.Error.WriteLineAsync($"  {known.Name,-20} {known.What}");
    return 2;
}
return await benchmark.Run(new Arguments(args[2..])) ? 0 : 1;

namespace Merlon.Bench
{
    /// <summary>A named measurement; true when it stayed within its figure.</summary>
    sealed record Benchmark(string Name, string What, Func<Arguments, Task<bool>> Run);
}
