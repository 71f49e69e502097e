using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>The summaries of an earlier scan with what they tell, for runs that need them again. Safe for concurrent use.</summary>
sealed class KeptSummaries
{
    readonly KeptRuns earlier;
    readonly KeptSummaryStates states;
    readonly Program program;
    readonly FunctionNames names;
    readonly KeptPlaces places;
    readonly AllocationNames allocations;
    readonly Lazy<Dictionary<SummaryKey, int>> numbers;

    public KeptSummaries(KeptRuns earlier, KeptSummaryStates states, Program program, FunctionNames names, KeptPlaces places, AllocationNames allocations)
    {
        (this.earlier, this.states, this.program, this.names, this.places, this.allocations) = (earlier, states, program, names, places, allocations);
        numbers = new(Number);
    }

    /// <summary>The summary, when nothing that it was made of has changed and all that it tells was kept; else null.</summary>
    /// <param name="given">How many objects are handed over.</param>
    public Summary? Recall(SummaryKey key, int given)
    {
        if (!numbers.Value.TryGetValue(key, out var number) || !states.IsSame(number) || states.Again(number) is not null) return null;
        try
        {
            return SummaryReader.Read(key, given, new ByteReader(earlier.Summaries[number].Content, earlier.Texts), program, names, places, allocations) with { Kept = new KeptBehind(number, () => TouchedBelow(number)) };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    Dictionary<SummaryKey, int> Number()
    {
        var known = new Dictionary<SummaryKey, int>();
        for (var i = 0; i < earlier.Summaries.Count; i++)
            if (earlier.Summaries[i] is { Content.IsEmpty: false } kept && names.Find(kept.Function) is { } function) known[new SummaryKey(function, [.. kept.Key])] = i;
        return known;
    }

    HashSet<object> TouchedBelow(int number)
    {
        var (found, seen, open) = (new HashSet<object>(), new HashSet<int> { number }, new Stack<int>([number]));
        while (open.TryPop(out var next))
        {
            var kept = earlier.Summaries[next];
            found.UnionWith(kept.Shared);
            foreach (var type in kept.Touched)
                if (program.Types.TryGetValue(type, out var declared)) found.Add(declared);
            foreach (var use in kept.Run.Uses)
                if (seen.Add(use)) open.Push(use);
        }
        return found;
    }
}
