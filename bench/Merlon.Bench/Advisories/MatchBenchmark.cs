using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Bench.Advisories;

/// <summary>Packages matched with the store, a third of them vulnerable.</summary>
static class MatchBenchmark
{
    private const double Seconds = 1;

    public static async Task<bool> Run(Arguments arguments)
    {
        await using var stage = await Stage.Start(arguments);
        var archive = Path.Combine(stage.Folder, "all.zip");
        GeneratedArchive.Write(archive, arguments.Number("entries", 200_000));
        await ImportBenchmark.Import(stage, archive, "advisories");
        // Every third package is one that advisories name.
        var packages = Enumerable.Range(0, arguments.Number("packages", 10_000)).Select(n => Purl.Parse(n % 3 == 0 ? $"pkg:npm/package-{n % GeneratedArchive.Packages}@{n % 9}.3.1" : $"pkg:npm/clean-{n}@1.0.0")).ToList();
        var best = double.MaxValue;
        for (var time = 0; time < 3; time++)
        {
            var watch = new Watch();
            var (hit, matches) = await stage.Do(async s =>
            {
                var (hit, matches) = (0, 0);
                await foreach (var verdict in new AdvisoryMatcher(s.GetRequiredService<IAdvisorySource>()).Match(packages, default))
                {
                    if (verdict.Matches.Length > 0) hit++;
                    matches += verdict.Matches.Length;
                }
                return (hit, matches);
            });
            best = Math.Min(best, watch.Seconds);
            Console.WriteLine($"{packages.Count} packages, {hit} hit by {matches} advisories, in {watch}");
        }
        return best < Seconds;
    }
}
