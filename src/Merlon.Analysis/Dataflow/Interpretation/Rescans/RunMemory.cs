using System.Collections.Concurrent;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// Results of entry points from an earlier scan. One is given again when everything that its run depends on is as it was: the code of each
/// function it entered, and the answer to each question it asked about the program. Interpreting it again would then do the same.
/// </summary>
sealed class RunMemory
{
    readonly FunctionNames names;
    readonly KeptRuns earlier;
    readonly AnswerTable<string> functions;
    readonly AnswerTable<KeptInquiry> inquiries;
    readonly ConcurrentDictionary<string, KeptRun> kept = new();
    readonly KeptResults results;
    int recalled;

    public RunMemory(Application application, KeptRuns earlier)
    {
        this.earlier = earlier;
        names = new FunctionNames(application);
        var digests = new FunctionDigests(names, application.Reach.Functions);
        functions = new AnswerTable<string>(earlier.Functions, digests.Of);
        inquiries = new AnswerTable<KeptInquiry>(earlier.Inquiries, new Answers(application, names, digests).To);
        results = new KeptResults(application, names);
    }

    /// <summary>How many results were taken from the earlier scan.</summary>
    public int Recalled => recalled;

    /// <summary>The runs of this scan, for the next one.</summary>
    public KeptRuns Kept
    {
        get
        {
            var (usedFunctions, usedInquiries) = (new Renumbering(), new Renumbering());
            var runs = kept.OrderBy(r => r.Key, StringComparer.Ordinal).ToDictionary(r => r.Key, r => r.Value with { Covered = usedFunctions.Of(r.Value.Covered), Asked = usedInquiries.Of(r.Value.Asked) });
            return new KeptRuns([.. usedFunctions.Used.Select(functions.At)], [.. usedInquiries.Used.Select(inquiries.At)], runs);
        }
    }

    public EntryResult? Recall(Function function)
    {
        var name = names.Of(function);
        if (!earlier.Runs.TryGetValue(name, out var run) || !IsSame(run) || results.Restore(run, run.Covered.Select(n => earlier.Functions[n].Asked)) is not { } result) return null;
        kept[name] = run;
        Interlocked.Increment(ref recalled);
        return result;
    }

    public void Keep(Function function, Inquiries asked, EntryResult result)
    {
        if (results.Store(result) is not { } stored) return;
        kept[names.Of(function)] = stored with
        {
            Covered = [.. result.Covered.Select(f => functions.NumberOf(names.Of(f)))],
            Asked = [.. asked.All.Select(i => inquiries.NumberOf(new KeptInquiry(i.Kind, i.Other is null ? i.Type : names.Of(i.Other), i.Name, i.Arity, i.Function is null ? null : names.Of(i.Function))))],
        };
    }

    bool IsSame(KeptRun run)
    {
        foreach (var number in run.Covered)
            if (!functions.IsSame(number)) return false;
        foreach (var number in run.Asked)
            if (!inquiries.IsSame(number)) return false;
        return true;
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
