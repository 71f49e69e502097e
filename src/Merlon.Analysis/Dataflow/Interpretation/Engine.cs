using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What the engine says about a program.</summary>
/// <param name="Discoveries">In the order of places; each place, rule and kind of source once.</param>
/// <param name="Cut">Functions that a budget kept from being interpreted to the end, in the order of places.</param>
sealed record EngineResult(ImmutableArray<Discovery> Discoveries, ImmutableArray<Function> Cut)
{
    /// <summary>Files that were not read.</summary>
    public ImmutableArray<LeftOutFile> LeftOut { get; init; } = [];
}

/// <summary>
/// Interprets a whole program: first from the functions that are called from outside, then from each that was not reached. Entry points
/// are independent of each other, so the number of jobs changes nothing but the time.
/// </summary>
/// <param name="memory">Results of an earlier scan with these options, and where this one's are kept; or null.</param>
sealed class Engine(Application application, EngineOptions options, RunMemory? memory = null)
{
    /// <summary>What is known of functions apart from their callers.</summary>
    public SummaryTable Summaries { get; } = memory?.Summaries ?? new SummaryTable(application, options);

    public EngineResult Run(int jobs, Action<Function>? done, CancellationToken ct)
    {
        var entryPoints = application.EntryPoints;
        var (results, behind) = (new List<EntryResult>(), new SummariesBehind(memory));
        void RunThese(List<Function> functions)
        {
            var ran = RunAll(functions, jobs, done, ct);
            for (var i = 0; i < ran.Length; i++) behind.Add(ran[i], !TestCode.IsIn(functions[i].Span.File.Path));
            results.AddRange(ran);
        }
        RunThese([.. entryPoints.First]);
        var covered = new HashSet<Function>(Summaries.Covered);
        foreach (var result in results) result.CoverInto(covered);
        behind.CoverInto(covered);
        RunThese([.. entryPoints.All.Where(f => !covered.Contains(f))]);
        var found = new Discoveries();
        foreach (var discovery in new Declarations(application).Judge()) found.Add(discovery);
        foreach (var result in results) found.Add(result.Discoveries, result.Cut);
        behind.Tell(found);
        return Sorted(found);
    }

    /// <summary>The results in the order of the functions. What must be run comes last, the largest first, so that no thread waits long for another.</summary>
    EntryResult[] RunAll(List<Function> functions, int jobs, Action<Function>? done, CancellationToken ct)
    {
        var results = new EntryResult?[functions.Count];
        void Each(List<int> numbers, Func<Function, EntryResult?> work) => DeepThreads.Each(numbers.Count, jobs, next =>
        {
            var number = numbers[next];
            if (work(functions[number]) is not { } result) return;
            results[number] = TestCode.Without(functions[number], result);
            done?.Invoke(functions[number]);
        }, ct);
        Each([.. Enumerable.Range(0, functions.Count)], KnownOf);
        Each([.. Enumerable.Range(0, functions.Count).Where(i => results[i] is null).OrderByDescending(i => memory?.SizeOf(functions[i]) ?? 0)], RunOne);
        return results!;
    }

    /// <summary>What a function shows, where that need not be worked out.</summary>
    EntryResult? KnownOf(Function function) => application.EntryPoints.CanShow(function) ? memory?.Recall(function) : new EntryResult([], [], [function]);

    EntryResult RunOne(Function function)
    {
        var inquiries = Summaries.NewInquiries();
        var machine = new EntryRun(Summaries, inquiries).Run(function);
        var result = new EntryResult([.. machine.Discoveries.All], [.. machine.Discoveries.Cut], [.. machine.Covered]) { Uses = machine.Used };
        if (inquiries is not null) memory!.Keep(function, inquiries.All, result);
        return result;
    }

    static EngineResult Sorted(Discoveries all) => new(
            [.. all.All.OrderBy(d => d.Span.File.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start).ThenBy(d => d.Rule.Id, StringComparer.Ordinal)
                .ThenBy(d => d.Label?.Source.Kind, StringComparer.Ordinal).ThenBy(d => d.Span.End)],
            [.. all.Cut.OrderBy(f => f.Span.File.Path, StringComparer.Ordinal).ThenBy(f => f.Span.Start).ThenBy(f => f.ToString(), StringComparer.Ordinal)]);
}
