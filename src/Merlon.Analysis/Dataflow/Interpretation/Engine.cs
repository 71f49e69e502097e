using System.Collections.Concurrent;
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
/// <param name="memory">Results of an earlier scan, and where this one's are kept; or null.</param>
sealed class Engine(Application application, EngineOptions options, RunMemory? memory = null)
{
    readonly ConcurrentDictionary<Summary, bool> usedByApplication = new();

    /// <summary>What is known of functions apart from their callers.</summary>
    public SummaryTable Summaries { get; } = new(application, options, isNoting: memory is not null);

    public EngineResult Run(int jobs, Action<Function>? done, CancellationToken ct)
    {
        var entryPoints = application.EntryPoints;
        var results = new List<EntryResult>();
        var first = entryPoints.First.ToList();
        results.AddRange(RunAll(first, jobs, done, ct));
        var covered = results.SelectMany(r => r.Covered).Concat(Summaries.Covered).Concat(Summaries.All.SelectMany(s => s.Covered)).ToHashSet();
        results.AddRange(RunAll([.. entryPoints.All.Where(f => !covered.Contains(f))], jobs, done, ct));
        var found = new Discoveries();
        foreach (var discovery in new Declarations(application).Judge()) found.Add(discovery);
        foreach (var result in results) found.Add(result.Discoveries, result.Cut);
        foreach (var summary in Summaries.All) found.Add(usedByApplication.ContainsKey(summary) ? summary.Discoveries : TestCode.InTests(summary.Discoveries), summary.Cut);
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
        var inquiries = memory is null ? null : new Inquiries();
        var machine = new EntryRun(Summaries, inquiries).Run(function);
        if (!TestCode.IsIn(function.Span.File.Path)) NoteUse(machine.Used);
        if (inquiries is null) return new EntryResult([.. machine.Discoveries.All], [.. machine.Discoveries.Cut], [.. machine.Covered]);
        var result = WithSummaries(machine, inquiries);
        memory!.Keep(function, inquiries, result);
        return result;
    }

    /// <summary>Notes the summaries that code outside of tests led to, and those behind them.</summary>
    void NoteUse(IEnumerable<Summary> used)
    {
        var open = new Stack<Summary>(used);
        while (open.TryPop(out var summary))
            if (usedByApplication.TryAdd(summary, true))
                foreach (var behind in summary.Uses) open.Push(behind);
    }

    /// <summary>What an entry point shows with all that the summaries behind it do, since without these it would say less the next time.</summary>
    static EntryResult WithSummaries(Machine machine, Inquiries inquiries)
    {
        var (found, covered) = (machine.Discoveries, machine.Covered);
        var seen = new HashSet<Summary>(machine.Used);
        var open = new Stack<Summary>(seen);
        while (open.TryPop(out var summary))
        {
            found.Add(summary.Discoveries, summary.Cut);
            covered.UnionWith(summary.Covered);
            foreach (var inquiry in summary.Asked!.All) inquiries.Add(inquiry);
            foreach (var used in summary.Uses)
                if (seen.Add(used)) open.Push(used);
        }
        return new EntryResult([.. found.All], [.. found.Cut], [.. covered]);
    }

    static EngineResult Sorted(Discoveries all) => new(
            [.. all.All.OrderBy(d => d.Span.File.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start).ThenBy(d => d.Rule.Id, StringComparer.Ordinal)
                .ThenBy(d => d.Label?.Source.Kind, StringComparer.Ordinal).ThenBy(d => d.Span.End)],
            [.. all.Cut.OrderBy(f => f.Span.File.Path, StringComparer.Ordinal).ThenBy(f => f.Span.Start).ThenBy(f => f.ToString(), StringComparer.Ordinal)]);
}
