using System.Diagnostics;
using System.Globalization;
using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Languages.CSharp;
using Merlon.Analysis.Dataflow.Languages.CSharp.Kept;
using Merlon.Analysis.Dataflow.Languages.Java;
using Merlon.Analysis.Dataflow.Languages.Java.Kept;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.DataflowBench;

/// <summary>Where the time goes: the entry points that take longest, and how many steps a second are interpreted.</summary>
static class EntryCosts
{
    public static int Measure(string folder, int most)
    {
        var clock = Stopwatch.StartNew();
        var library = RuleLibrary.Load();
        var models = library.Models;
        var program = Lower(folder, models);
        var lowered = clock.Elapsed.TotalSeconds;
        var application = new Application(program, models, library.Rules);
        var entryPoints = application.EntryPoints;
        var entries = entryPoints.First.ToList();
        var summaries = new SummaryTable(application, new EngineOptions());
        Console.WriteLine(string.Join(", ", entryPoints.All.GroupBy(application.Reach.Of).OrderBy(g => g.Key).Select(g => $"{g.Key}: {g.Count()} ({g.Count(application.Reach.MattersAlone)})")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lowered in {lowered:F1} s, graph after {clock.Elapsed.TotalSeconds:F1} s: {entryPoints.All.Length} functions, {entries.Count} entries"));
        var costs = new List<(double Seconds, int Steps, Function Function)>();
        var covered = new HashSet<Function>();
        DeepThreads.Run(1, () =>
        {
            Run(entries.Take(most), summaries, entryPoints, costs, covered);
            Run(entryPoints.All.Where(f => !covered.Contains(f)).ToList().Take(most), summaries, entryPoints, costs, covered);
        });
        foreach (var (seconds, steps, function) in costs.OrderByDescending(c => c.Seconds).Take(15))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds,8:F2} s {steps,8} steps  {function}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{costs.Count} entries, {costs.Sum(c => c.Seconds):F1} s, {costs.Sum(c => (long)c.Steps)} steps, {costs.Count(c => c.Steps > new EngineOptions().StepsPerEntry)} over budget"));
        var made = summaries.All.ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{made.Count} summaries of {made.DistinctBy(s => s.Function).Count()} functions, {made.Sum(s => (long)s.Steps)} steps, standing for {made.Sum(s => (long)s.Cost)}"));
        foreach (var group in made.GroupBy(s => s.Function).OrderByDescending(g => g.Sum(s => (long)s.Steps)).Take(15))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Count(),8} summaries {group.Sum(s => (long)s.Steps),9} steps {group.Average(s => s.Cost),12:F0} cost {group.Count(s => s.Cut.Length > 0),6} cut  {group.Key}"));
        return 0;
    }

    /// <summary>The folder's Java, or its C# where it has no Java.</summary>
    public static Analysis.Dataflow.Programs.Program Lower(string folder, ModelLibrary models, JavaMemory? memory = null, CSharpMemory? csharp = null)
    {
        var java = Sources(folder, "*.java");
        if (java.Count > 0) return new(new JavaFrontEnd(models, memory).Lower(java, 2, CancellationToken.None), Resources(folder));
        var types = new CSharpFrontEnd(models, csharp).Lower(Sources(folder, "*.cs"), hasImplicitUsings: true, 2, CancellationToken.None);
        return new(types, []) { OperatorType = CSharpFrontEnd.OperatorType, TextMethod = "ToString", RootType = "System.Object", TextType = "System.String" };
    }

    static List<SourceFile> Sources(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => new SourceFile(Path.GetRelativePath(folder, f), File.ReadAllBytes(f)))];

    static IEnumerable<ResourceFile> Resources(string folder) =>
        Directory.EnumerateFiles(folder, "*.properties", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new ResourceFile(Path.GetRelativePath(folder, f), () => PropertiesFile.Read(File.ReadAllText(f))));

    static void Run(IEnumerable<Function> entries, SummaryTable summaries, EntryPoints entryPoints, List<(double, int, Function)> costs, HashSet<Function> covered)
    {
        foreach (var function in entries)
        {
            if (!entryPoints.CanShow(function)) continue;
            var clock = Stopwatch.StartNew();
            var machine = new EntryRun(summaries).Run(function);
            covered.UnionWith(machine.Covered);
            costs.Add((clock.Elapsed.TotalSeconds, machine.Interpreted, function));
        }
    }
}
