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
        var unreached = new Dictionary<Function, ImmutableArray<int>>();
        void RunThese(List<Function> functions)
        {
            var ran = RunAll(functions, RunPurpose.Findings, jobs, done, ct);
            for (var i = 0; i < ran.Length; i++)
                if (entryPoints.CanShow(functions[i])) unreached[functions[i]] = ran[i].Unreached;
            for (var i = 0; i < ran.Length; i++) behind.Add(ran[i], !TestCode.IsIn(functions[i].Span.File.Path));
            results.AddRange(ran);
        }
        RunThese([.. entryPoints.First]);
        var covered = new HashSet<Function>(Summaries.Covered);
        foreach (var result in results) result.CoverInto(covered);
        behind.CoverInto(covered);
        RunThese([.. entryPoints.All.Where(f => !covered.Contains(f))]);
        List<Function> doubted = [.. entryPoints.All.Where(f => f.HasDoubtedBlocks && !unreached.ContainsKey(f))];
        foreach (var (function, result) in doubted.Zip(RunAll(doubted, RunPurpose.Reach, jobs, null, ct))) unreached[function] = result.Unreached;
        var found = new Discoveries();
        foreach (var discovery in new Declarations(application, unreached).Judge()) found.Add(discovery);
        foreach (var result in results) found.Add(result.Discoveries, result.Cut);
        behind.Tell(found);
        return Sorted(found);
    }

    /// <summary>The results in the order of the functions. What must be run comes last, the largest first, so that no thread waits long for another.</summary>
    EntryResult[] RunAll(List<Function> functions, RunPurpose purpose, int jobs, Action<Function>? done, CancellationToken ct)
    {
        var results = new EntryResult?[functions.Count];
        void Each(List<int> numbers, Func<Function, EntryResult?> work) => DeepThreads.Each(numbers.Count, jobs, next =>
        {
            var number = numbers[next];
            if (work(functions[number]) is not { } result) return;
            results[number] = TestCode.Without(functions[number], result);
            done?.Invoke(functions[number]);
        }, ct);
        Each([.. Enumerable.Range(0, functions.Count)], function => KnownOf(function, purpose));
        Each([.. Enumerable.Range(0, functions.Count).Where(i => results[i] is null).OrderByDescending(i => memory?.SizeOf(functions[i], purpose) ?? 0)], function => RunOne(function, purpose));
        return results!;
    }

    /// <summary>What a function shows, where that need not be worked out.</summary>
    EntryResult? KnownOf(Function function, RunPurpose purpose) =>
        purpose == RunPurpose.Findings && !application.EntryPoints.CanShow(function) ? new EntryResult([], [], [function]) : memory?.Recall(function, purpose);

    EntryResult RunOne(Function function, RunPurpose purpose)
    {
        var inquiries = Summaries.NewInquiries();
        var run = new EntryRun(Summaries, inquiries);
        var machine = run.Run(function);
        var found = purpose == RunPurpose.Findings ? machine.Discoveries : new Discoveries();
        var result = new EntryResult([.. found.All], [.. found.Cut], [.. machine.Covered]) { Uses = machine.Used, Unreached = run.Unreached };
        if (inquiries is not null) memory!.Keep(function, purpose, inquiries.All, result);
        return result;
    }

    static EngineResult Sorted(Discoveries all) => new(
            [.. all.All.OrderBy(d => d.Span.File.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start).ThenBy(d => d.Rule.Id, StringComparer.Ordinal)
                .ThenBy(d => d.Label?.Source.Kind, StringComparer.Ordinal).ThenBy(d => d.Span.End)],
            [.. all.Cut.OrderBy(f => f.Span.File.Path, StringComparer.Ordinal).ThenBy(f => f.Span.Start).ThenBy(f => f.ToString(), StringComparer.Ordinal)]);
}
