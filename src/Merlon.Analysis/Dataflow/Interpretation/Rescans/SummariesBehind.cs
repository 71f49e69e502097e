using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>The summaries that stand behind results, of this scan and of an earlier one, and whether code outside of tests led to them.</summary>
sealed class SummariesBehind(RunMemory? memory)
{
    readonly Dictionary<Summary, bool> made = [];
    readonly Dictionary<int, bool> kept = [];

    /// <summary>Adds the functions that were interpreted for them.</summary>
    public void CoverInto(HashSet<Function> covered)
    {
        foreach (var summary in made.Keys)
            foreach (var function in summary.Covered) covered.Add(function);
        foreach (var number in kept.Keys) memory!.Told(number).CoverInto(covered);
    }

    public void Add(EntryResult result, bool isOfApplication)
    {
        var (open, openKept) = (new Stack<Summary>(result.Uses), new Stack<int>(result.KeptUses));
        while (open.Count + openKept.Count > 0)
        {
            if (openKept.TryPop(out var number))
            {
                if (memory!.Again(number) is { } again) open.Push(again);
                else if (IsNews(kept, number, isOfApplication)) foreach (var behind in memory.Told(number).KeptUses) openKept.Push(behind);
            }
            else if (open.TryPop(out var summary) && summary.Kept is { } earlier)
            {
                openKept.Push(earlier.Number);
            }
            else if (summary is not null && IsNews(made, summary, isOfApplication))
            {
                foreach (var behind in summary.Uses) open.Push(behind);
            }
        }
    }

    /// <summary>Adds what they show. What only tests led to counts where it is in tests.</summary>
    public void Tell(Discoveries found)
    {
        foreach (var (summary, isOfApplication) in made) found.Add(isOfApplication ? summary.Discoveries : TestCode.InTests(summary.Discoveries), summary.Cut);
        foreach (var (number, isOfApplication) in kept)
        {
            var result = memory!.Told(number);
            found.Add(isOfApplication ? result.Discoveries : TestCode.InTests(result.Discoveries), result.Cut);
        }
    }

    static bool IsNews<T>(Dictionary<T, bool> known, T item, bool isOfApplication) where T : notnull
    {
        if (known.TryGetValue(item, out var before) && (before || !isOfApplication)) return false;
        known[item] = isOfApplication;
        return true;
    }
}
