using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

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
    readonly ConcurrentDictionary<Function, int> numbers = new();
    readonly Func<Function, int> numberOf;
    readonly ConcurrentDictionary<string, (KeptRun Run, EntryResult Result)> done = new();
    readonly KeptResults results;
    readonly SummaryPrints prints;
    readonly KeptPlaces places;
    readonly AllocationNames allocations;
    readonly Lazy<TextNumbers> texts;
    readonly int needed;
    readonly int jobs;
    readonly Function?[] known;
    readonly KeptSummaryStates summaries;
    readonly KeptSummaries contents;
    int recalled;

    /// <summary>To make a summary again in fewer steps is less work than to keep and to read it.</summary>
    const int LeastRead = 50;

    static readonly KeptRun NoRun = new([], [], [], [], [], []);

    /// <param name="jobs">On how many threads the answers of now are worked out.</param>
    public RunMemory(Application application, EngineOptions options, KeptRuns earlier, int jobs = 1)
    {
        (this.earlier, this.jobs) = (earlier, jobs);
        // Texts that nothing names any more are given up once they may be as many as the others, and all contents with them.
        var isWorn = earlier.Needed > 0 && earlier.Texts.Count > 2 * earlier.Needed;
        (texts, needed) = (new(() => new TextNumbers(this.earlier.Texts)), isWorn ? 0 : earlier.Needed);
        if (isWorn) this.earlier = earlier = earlier with { Texts = [], Summaries = [.. earlier.Summaries.Select(s => s with { Content = default })] };
        names = new FunctionNames(application, jobs);
        var digests = new FunctionDigests(names, application.Reach.Functions);
        functions = new AnswerTable<string>(earlier.Functions, digests.Of);
        numberOf = f => functions.NumberOf(names.Of(f));
        inquiries = new AnswerTable<KeptInquiry>(earlier.Inquiries, new Answers(application, names, digests).To);
        places = new KeptPlaces(application.Program, names);
        allocations = new AllocationNames(application.Reach.Functions, names);
        results = new KeptResults(application, names, places);
        prints = new SummaryPrints(names, places, allocations);
        Summaries = new SummaryTable(application, options, new InquiryTable(NumberOf), [.. earlier.Items.Select(ItemOf)], (key, given) => contents?.Recall(key, given));
        functions.Compare(jobs);
        inquiries.Compare(jobs);
        known = [.. earlier.Functions.Select(f => names.Find(f.Asked))];
        summaries = new KeptSummaryStates(earlier.Summaries, Restore, Judge, jobs);
        contents = new KeptSummaries(earlier, summaries, application.Program, names, places, allocations);
    }

    /// <summary>The summaries of this scan, whose keys mean what they meant in the earlier one.</summary>
    public SummaryTable Summaries { get; }

    /// <summary>How many results were taken from the earlier scan.</summary>
    public int Recalled => recalled;

    /// <summary>A summary of the earlier scan, made again because something behind it had changed; null when nothing had.</summary>
    public Summary? Again(int number) => summaries.Again(number);

    /// <summary>What an unchanged summary of the earlier scan showed.</summary>
    public EntryResult Told(int number) => summaries.Told(number);

    /// <summary>How much an entry point looked at in the earlier scan; it tells how long a run takes.</summary>
    public int SizeOf(Function function, RunPurpose purpose) => earlier.Runs.TryGetValue(NameOf(function, purpose), out var run) ? run.Asked.Length : 0;

    /// <param name="purpose">What the function is interpreted for.</param>
    public EntryResult? Recall(Function function, RunPurpose purpose)
    {
        var name = NameOf(function, purpose);
        if (!earlier.Runs.TryGetValue(name, out var run) || !IsSame(run) || !run.Uses.All(summaries.IsSame) || Restore(run) is not { } result) return null;
        done[name] = (run, result);
        Interlocked.Increment(ref recalled);
        return result;
    }

    public void Keep(Function function, RunPurpose purpose, ImmutableArray<int> asked, EntryResult result)
    {
        if (Stored(result, asked) is { } stored) done[NameOf(function, purpose)] = (stored, result);
    }

    string NameOf(Function function, RunPurpose purpose) => purpose == RunPurpose.Findings ? names.Of(function) : $"{names.Of(function)} {purpose}";

    /// <summary>The runs of this scan, for the next one.</summary>
    public KeptRuns Kept()
    {
        var kept = KeptRuns.None;
        // Summaries use summaries that use others: as deep as calls.
        var made = Written();
        DeepThreads.Run(1, () => kept = new RunGathering(this, made).Gather());
        return kept;
    }

    /// <summary>The summaries of this scan, still without their runs.</summary>
    Dictionary<Summary, KeptSummary> Written()
    {
        var made = Summaries.All.Where(s => s.Kept is null).ToArray();
        var written = new KeptSummary[made.Length];
        DeepThreads.Each(made.Length, jobs, i => written[i] = Stored(made[i]), CancellationToken.None);
        var all = new Dictionary<Summary, KeptSummary>(made.Length);
        for (var i = 0; i < made.Length; i++) all.Add(made[i], written[i]);
        return all;
    }

    /// <summary>The result of a run, where nothing that it depends on has changed but for summaries.</summary>
    EntryResult? Restore(KeptRun run)
    {
        if (!IsSame(run)) return null;
        var covered = new Function[run.Covered.Length];
        for (var i = 0; i < covered.Length; i++)
            if (known[run.Covered[i]] is { } function) covered[i] = function;
            else return null;
        return results.Restore(run, ImmutableCollectionsMarshal.AsImmutableArray(covered));
    }

    /// <summary>A summary behind which something changed, and whether it tells what it told.</summary>
    (Summary? Again, bool IsSame) Judge(KeptSummary kept)
    {
        if (kept.Print is null || names.Find(kept.Function) is not { HasBody: true } function) return (null, false);
        try
        {
            var again = Summaries.Again(function, kept.Key);
            return (again, prints.Of(again) == kept.Print);
        }
        catch (FormatException)
        {
            return (null, false);
        }
    }

    bool IsSame(KeptRun run)
    {
        foreach (var number in run.Covered)
            if (!functions.IsSame(number)) return false;
        foreach (var number in run.Asked)
            if (!inquiries.IsSame(number)) return false;
        return true;
    }

    KeptRun? Stored(EntryResult result, ImmutableArray<int> asked) => results.Store(result) is not { } stored ? null : stored with
    {
        Covered = [.. result.Covered.Select(f => numbers.GetOrAdd(f, numberOf)).Order()],
        Asked = asked,
    };

    /// <summary>A summary, still without its run.</summary>
    KeptSummary Stored(Summary made) => new(names.Of(made.Function), [.. made.Key.Code], prints.Of(made), NoRun,
        [.. made.Touched.OfType<TypeDeclaration>().Select(t => t.Name).Order(StringComparer.Ordinal)], [.. made.Touched.OfType<string>().Order(StringComparer.Ordinal)],
        made.Steps < LeastRead ? ReadOnlyMemory<byte>.Empty : SummaryWriter.Write(made, texts.Value, names, places, allocations));

    int NumberOf(Inquiry asked) =>
        inquiries.NumberOf(new KeptInquiry(asked.Kind, asked.Other is null ? asked.Type : names.Of(asked.Other), asked.Name, asked.Arity, asked.Function is null ? null : names.Of(asked.Function)));

    object? ItemOf(KeptItem item) => item.Kind switch
    {
        KeptItemKind.Constant => item.Content,
        KeptItemKind.Null => Value.NullConstant,
        KeptItemKind.GivenNull => Value.GivenNullConstant,
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
        _ when ReferenceEquals(item, Value.GivenNullConstant) => new(KeptItemKind.GivenNull, null),
        _ => new(KeptItemKind.Nothing, null),
    };

    /// <summary>Gathers what was done, and the summaries behind it, each behind those that it uses.</summary>
    sealed class RunGathering(RunMemory memory, Dictionary<Summary, KeptSummary> written)
    {
        const int Unknown = -2;

        readonly Dictionary<SummaryKey, int> numbers = [];
        readonly int[] numbersOfEarlier = [.. Enumerable.Repeat(Unknown, memory.earlier.Summaries.Count)];
        readonly HashSet<string> madeAgain = [.. memory.Summaries.All.Select(s => memory.names.Of(s.Function))];
        readonly List<KeptSummary> gathered = [];
        readonly UsedNumbers functions = new(), inquiries = new();

        public KeptRuns Gather()
        {
            var runs = new Dictionary<string, KeptRun>();
            foreach (var (name, (run, result)) in memory.done.OrderBy(d => d.Key, StringComparer.Ordinal))
                if (WithUses(run, result) is { } kept) runs[name] = kept;
            var items = new KeptItem[memory.Summaries.Items.Select(i => i.Value).DefaultIfEmpty(0).Max()];
            Array.Fill(items, new KeptItem(KeptItemKind.Nothing, null));
            foreach (var (item, id) in memory.Summaries.Items) items[id - 1] = memory.Kept(item);
            var summaries = gathered.ConvertAll(s => s with { Run = Renumbered(s.Run) });
            return new KeptRuns(memory.texts.Value.All, memory.needed, items, functions.Used.ConvertAll(memory.functions.At), inquiries.Used.ConvertAll(memory.inquiries.At), summaries, runs.ToDictionary(r => r.Key, r => Renumbered(r.Value))) { Numbers = memory.texts.Value };
        }

        KeptRun Renumbered(KeptRun run) => run with { Covered = functions.Renumbered(run.Covered), Asked = inquiries.Renumbered(run.Asked) };

        KeptRun? WithUses(KeptRun run, EntryResult result)
        {
            ImmutableArray<int> uses = [.. result.KeptUses.Select(NumberOf), .. result.Uses.Select(NumberOf)];
            if (uses.Contains(-1)) return null;
            functions.Add(run.Covered);
            inquiries.Add(run.Asked);
            return run with { Uses = uses };
        }

        int NumberOf(int earlier) => numbersOfEarlier[earlier] != Unknown ? numbersOfEarlier[earlier] : numbersOfEarlier[earlier] = FirstNumberOf(earlier);

        int FirstNumberOf(int earlier)
        {
            if (memory.Again(earlier) is { } made) return NumberOf(made);
            var kept = memory.earlier.Summaries[earlier];
            int Add() => this.Add(WithUses(kept.Run, memory.Told(earlier)), run => kept with { Run = run });
            if (!madeAgain.Contains(kept.Function)) return Add();
            // Somebody else may have asked for it anew.
            var key = new SummaryKey(memory.names.Find(kept.Function)!, [.. kept.Key]);
            return numbers.TryGetValue(key, out var number) ? number : numbers[key] = Add();
        }

        int NumberOf(Summary made)
        {
            if (made.Kept is { } earlier) return NumberOf(earlier.Number);
            if (numbers.TryGetValue(made.Key, out var number)) return number;
            var result = new EntryResult(made.Discoveries, made.Cut, made.Covered) { Uses = made.Uses };
            var run = memory.Stored(result, made.Asked) is { } stored ? WithUses(stored, result) : null;
            return numbers[made.Key] = Add(run, kept => written[made] with { Run = kept });
        }

        /// <summary>The number of a new summary; -1 when it, or one behind it, cannot be kept.</summary>
        int Add(KeptRun? run, Func<KeptRun, KeptSummary> with)
        {
            if (run is null) return -1;
            gathered.Add(with(run));
            return gathered.Count - 1;
        }
    }
}
