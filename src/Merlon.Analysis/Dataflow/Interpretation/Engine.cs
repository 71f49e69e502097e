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
        var covered = results.SelectMany(r => r.Covered).Concat(Summaries.Covered).Concat(behind.Covered).ToHashSet();
        RunThese([.. entryPoints.All.Where(f => !covered.Contains(f))]);
        var found = new Discoveries();
        foreach (var discovery in new Declarations(application).Judge()) found.Add(discovery);
        foreach (var result in results) found.Add(result.Discoveries, result.Cut);
        behind.Tell(found);
        return Sorted(found);
    }

    EntryResult[] RunAll(List<Function> functions, int jobs, Action<Function>? done, CancellationToken ct)
    {
        var results = new EntryResult[functions.Count];
        var next = -1;
        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < functions.Count && !ct.IsCancellationRequested; i = Interlocked.Increment(ref next))
            {
                results[i] = TestCode.Without(functions[i], RunOne(functions[i]));
                done?.Invoke(functions[i]);
            }
        }
        DeepThreads.Run(jobs, Work);
        ct.ThrowIfCancellationRequested();
        return results;
    }

    EntryResult RunOne(Function function)
    {
        if (!application.EntryPoints.CanShow(function)) return new EntryResult([], [], [function]);
        if (memory?.Recall(function) is { } known) return known;
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
