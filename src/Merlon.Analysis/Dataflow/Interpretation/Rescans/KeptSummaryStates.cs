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
    readonly Func<KeptSummary, (Summary? Again, bool IsSame)> judge;
    readonly EntryResult?[] told;
    readonly Summary?[] again;
    readonly bool[] isClear;
    readonly ConcurrentDictionary<int, Lazy<bool>> judged = new();

    /// <param name="restore">What a run showed, as far as nothing changed but for the summaries that it used; else null.</param>
    /// <param name="judge">Makes a summary again, and tells whether it says what it said; null where that cannot be.</param>
    public KeptSummaryStates(IReadOnlyList<KeptSummary> earlier, Func<KeptRun, EntryResult?> restore, Func<KeptSummary, (Summary? Again, bool IsSame)> judge, int jobs)
    {
        (this.earlier, this.judge) = (earlier, judge);
        (told, again, isClear) = (new EntryResult?[earlier.Count], new Summary?[earlier.Count], new bool[earlier.Count]);
        DeepThreads.Each(jobs, jobs, job =>
        {
            for (var i = job; i < told.Length; i += jobs) told[i] = restore(earlier[i].Run);
        }, CancellationToken.None);
        for (var i = 0; i < isClear.Length; i++) isClear[i] = told[i] is not null && AreClear(earlier[i].Run);
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
        if (told[number] is not null && earlier[number].Run.Uses.All(IsSame)) return true;
        (again[number], var isSame) = judge(earlier[number]);
        return isSame;
    }
}
