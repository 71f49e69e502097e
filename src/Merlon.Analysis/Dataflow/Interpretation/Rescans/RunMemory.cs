using System.Collections.Concurrent;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// Results of entry points from an earlier scan. One is given again when everything that its run depends on is as it was: the code of each
/// function it entered, the answer to each question it asked about the program, and what each summary that it used tells. Interpreting it again
/// would then do the same. A summary is as it was when all that holds of it; else it is made again, and held against what it told.
/// </summary>
sealed class RunMemory
{
    readonly FunctionNames names;
    readonly KeptRuns earlier;
    readonly AnswerTable<string> functions;
    readonly AnswerTable<KeptInquiry> inquiries;
    readonly ConcurrentDictionary<string, (KeptRun Run, EntryResult Result)> done = new();
    readonly KeptResults results;
    readonly SummaryPrints prints;
    readonly Lazy<bool>[] isUnchanged;
    readonly EntryResult?[] told;
    readonly Summary?[] again;
    int recalled;

    public RunMemory(Application application, EngineOptions options, KeptRuns earlier)
    {
        this.earlier = earlier;
        names = new FunctionNames(application);
        var digests = new FunctionDigests(names, application.Reach.Functions);
        functions = new AnswerTable<string>(earlier.Functions, digests.Of);
        inquiries = new AnswerTable<KeptInquiry>(earlier.Inquiries, new Answers(application, names, digests).To);
        var places = new KeptPlaces(application.Program, names);
        results = new KeptResults(application, names, places);
        prints = new SummaryPrints(names, places, new AllocationNames(application.Reach.Functions, names));
        Summaries = new SummaryTable(application, options, isNoting: true, [.. earlier.Items.Select(ItemOf)]);
        isUnchanged = [.. earlier.Summaries.Select((_, i) => new Lazy<bool>(() => Judge(i)))];
        told = new EntryResult?[earlier.Summaries.Count];
        again = new Summary?[earlier.Summaries.Count];
    }

    /// <summary>The summaries of this scan, whose keys mean what they meant in the earlier one.</summary>
    public SummaryTable Summaries { get; }

    /// <summary>How many results were taken from the earlier scan.</summary>
    public int Recalled => recalled;

    /// <summary>A summary of the earlier scan, made again because something behind it had changed; null when nothing had.</summary>
    public Summary? Again(int number) => again[number];

    /// <summary>What an unchanged summary of the earlier scan showed.</summary>
    public EntryResult Told(int number) => told[number]!;

    public EntryResult? Recall(Function function)
    {
        var name = names.Of(function);
        if (!earlier.Runs.TryGetValue(name, out var run) || Restore(run) is not { } result) return null;
        done[name] = (run, result);
        Interlocked.Increment(ref recalled);
        return result;
    }

    public void Keep(Function function, Inquiries asked, EntryResult result)
    {
        if (Stored(result, asked) is { } stored) done[names.Of(function)] = (stored, result);
    }

    /// <summary>The runs of this scan, for the next one.</summary>
    public KeptRuns Kept()
    {
        var kept = KeptRuns.None;
        // Summaries use summaries that use others: as deep as calls.
        DeepThreads.Run(1, () => kept = new RunGathering(this).Gather());
        return kept;
    }

    EntryResult? Restore(KeptRun run) =>
        IsSame(run) && run.Uses.All(use => isUnchanged[use].Value) ? results.Restore(run, run.Covered.Select(n => earlier.Functions[n].Asked)) : null;

    bool Judge(int number)
    {
        var kept = earlier.Summaries[number];
        if ((told[number] = Restore(kept.Run)) is not null) return true;
        if (kept.Print is null || names.Find(kept.Function) is not { HasBody: true } function) return false;
        try
        {
            again[number] = Summaries.Again(function, kept.Key);
        }
        catch (FormatException)
        {
            return false;
        }
        return prints.Of(again[number]!) == kept.Print;
    }

    bool IsSame(KeptRun run)
    {
        foreach (var number in run.Covered)
            if (!functions.IsSame(number)) return false;
        foreach (var number in run.Asked)
            if (!inquiries.IsSame(number)) return false;
        return true;
    }

    KeptRun? Stored(EntryResult result, Inquiries asked) => results.Store(result) is not { } stored ? null : stored with
    {
        Covered = [.. result.Covered.Select(f => functions.NumberOf(names.Of(f)))],
        Asked = [.. asked.All.Select(i => inquiries.NumberOf(new KeptInquiry(i.Kind, i.Other is null ? i.Type : names.Of(i.Other), i.Name, i.Arity, i.Function is null ? null : names.Of(i.Function))))],
    };

    object? ItemOf(KeptItem item) => item.Kind switch
    {
        KeptItemKind.Constant => item.Content,
        KeptItemKind.Null => Value.NullConstant,
        KeptItemKind.Function => item.Content is string name ? names.Find(name) : null,
        KeptItemKind.Hidden => item.Content is long number ? (Hidden)number : null,
        _ => null,
    };

    KeptItem Kept(object item) => item switch
    {
        string or bool or long or double or char => new(KeptItemKind.Constant, item),
        Function function => new(KeptItemKind.Function, names.Of(function)),
        Hidden hidden => new(KeptItemKind.Hidden, (long)hidden),
        _ when ReferenceEquals(item, Value.NullConstant) => new(KeptItemKind.Null, null),
        _ => new(KeptItemKind.Nothing, null),
    };

    /// <summary>Gathers what was done, and the summaries behind it, each behind those that it uses.</summary>
    sealed class RunGathering(RunMemory memory)
    {
        readonly Dictionary<SummaryKey, int> numbers = [];
        readonly List<KeptSummary> summaries = [];
        readonly Renumbering functions = new(), inquiries = new();

        public KeptRuns Gather()
        {
            var runs = new Dictionary<string, KeptRun>();
            foreach (var (name, (run, result)) in memory.done.OrderBy(d => d.Key, StringComparer.Ordinal))
                if (Renumbered(run, result) is { } kept) runs[name] = kept;
            var items = new KeptItem[memory.Summaries.Items.Select(i => i.Value).DefaultIfEmpty(0).Max()];
            Array.Fill(items, new KeptItem(KeptItemKind.Nothing, null));
            foreach (var (item, id) in memory.Summaries.Items) items[id - 1] = memory.Kept(item);
            return new KeptRuns(items, [.. functions.Used.Select(memory.functions.At)], [.. inquiries.Used.Select(memory.inquiries.At)], summaries, runs);
        }

        KeptRun? Renumbered(KeptRun run, EntryResult result)
        {
            ImmutableArray<int> uses = [.. result.KeptUses.Select(NumberOf), .. result.Uses.Select(NumberOf)];
            return uses.Contains(-1) ? null : run with { Covered = functions.Of(run.Covered), Asked = inquiries.Of(run.Asked), Uses = uses };
        }

        int NumberOf(int earlier)
        {
            if (memory.again[earlier] is { } made) return NumberOf(made);
            var kept = memory.earlier.Summaries[earlier];
            var key = new SummaryKey(memory.names.Find(kept.Function)!, [.. kept.Key]);
            return numbers.TryGetValue(key, out var number) ? number : numbers[key] = Add(Renumbered(kept.Run, memory.told[earlier]!), run => kept with { Run = run });
        }

        int NumberOf(Summary made)
        {
            if (numbers.TryGetValue(made.Key, out var number)) return number;
            var result = new EntryResult(made.Discoveries, made.Cut, made.Covered) { Uses = made.Uses };
            var run = memory.Stored(result, made.Asked!) is { } stored ? Renumbered(stored, result) : null;
            return numbers[made.Key] = Add(run, kept => new KeptSummary(memory.names.Of(made.Function), [.. made.Key.Code], memory.prints.Of(made), kept));
        }

        /// <summary>The number of a new summary; -1 when it, or one behind it, cannot be kept.</summary>
        int Add(KeptRun? run, Func<KeptRun, KeptSummary> with)
        {
            if (run is null) return -1;
            summaries.Add(with(run));
            return summaries.Count - 1;
        }
    }

    /// <summary>New numbers, from 0, for those that are still used.</summary>
    sealed class Renumbering
    {
        readonly Dictionary<int, int> numbers = [];

        public IEnumerable<int> Used => numbers.Keys;

        public ImmutableArray<int> Of(ImmutableArray<int> old) => [.. old.Select(Of).Order()];

        int Of(int old)
        {
            if (!numbers.TryGetValue(old, out var number)) numbers[old] = number = numbers.Count;
            return number;
        }
    }
}
