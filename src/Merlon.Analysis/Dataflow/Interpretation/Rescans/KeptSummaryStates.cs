using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// Which summaries of an earlier scan are as they were. Of most nothing behind them has changed, and that is told without making any again: they
/// stand behind those that they use. The others are made again once somebody needs them. Safe for concurrent use.
/// </summary>
sealed class KeptSummaryStates
{
    readonly IReadOnlyList<KeptSummary> earlier;
    readonly Func<KeptRun, EntryResult?> restore;
    readonly Func<KeptSummary, (Summary? Again, bool IsSame)> judge;
    readonly EntryResult?[] told;
    readonly Summary?[] again;
    readonly bool[] isClear;
    readonly ConcurrentDictionary<int, Lazy<bool>> judged = new();

    /// <param name="restore">What a run showed, as far as nothing changed but for the summaries that it used; else null.</param>
    /// <param name="judge">Makes a summary again, and tells whether it says what it said; null where that cannot be.</param>
    public KeptSummaryStates(IReadOnlyList<KeptSummary> earlier, Func<KeptRun, EntryResult?> restore, Func<KeptSummary, (Summary? Again, bool IsSame)> judge)
    {
        (this.earlier, this.restore, this.judge) = (earlier, restore, judge);
        (told, again, isClear) = (new EntryResult?[earlier.Count], new Summary?[earlier.Count], new bool[earlier.Count]);
        for (var i = 0; i < earlier.Count; i++)
            isClear[i] = AreClear(earlier[i].Run) && (told[i] = restore(earlier[i].Run)) is not null;
    }

    /// <summary>A summary that was made again because something behind it had changed; null when nothing had.</summary>
    public Summary? Again(int number) => again[number];

    /// <summary>What an unchanged summary showed.</summary>
    public EntryResult Told(int number) => told[number]!;

    /// <summary>Whether it tells those who use it what it told.</summary>
    public bool IsSame(int number) => isClear[number] || judged.GetOrAdd(number, n => new Lazy<bool>(() => Judge(n))).Value;

    bool AreClear(KeptRun run)
    {
        foreach (var use in run.Uses)
            if (!isClear[use]) return false;
        return true;
    }

    bool Judge(int number)
    {
        var run = earlier[number].Run;
        if (restore(run) is { } result && run.Uses.All(IsSame))
        {
            told[number] = result;
            return true;
        }
        (again[number], var isSame) = judge(earlier[number]);
        return isSame;
    }
}
