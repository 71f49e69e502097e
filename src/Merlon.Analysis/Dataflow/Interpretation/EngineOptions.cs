namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>The bounds of the analysis. All count work, never time, so that every run gives the same answer.</summary>
sealed record EngineOptions
{
    /// <summary>Instructions interpreted from one entry point, callees included.</summary>
    public int StepsPerEntry { get; init; } = 60_000;

    /// <summary>The same from a function whose summary is made.</summary>
    public int StepsPerSummary { get; init; } = 2_000;

    /// <summary>A use of a summary counts as this part of the steps that stand behind it.</summary>
    public int SummaryShare { get; init; } = 16;

    /// <summary>What a use of a summary may cost an entry point at most. Summaries have no such limit: what stands behind them stays bounded.</summary>
    public int MostOfSummary { get; init; } = 64;

    /// <summary>What a call may always spend of it.</summary>
    public int LeastShare { get; init; } = 1_500;

    /// <summary>Instructions interpreted in one activation of a function, callees not included.</summary>
    public int StepsPerFunction { get; init; } = 20_000;

    /// <summary>Calls within calls; a deeper call is treated as one of a library that nobody described.</summary>
    public int CallDepth { get; init; } = 12;

    /// <summary>Activations of one function at a time.</summary>
    public int Recursion { get; init; } = 2;

    /// <summary>Overrides followed at a call whose receiver is not known.</summary>
    public int Overrides { get; init; } = 6;

    /// <summary>Rounds of a loop that are interpreted one by one while its condition is decided.</summary>
    public int UnrolledRounds { get; init; } = 12;

    /// <summary>Visits of a loop's head before values that keep changing are given up.</summary>
    public int VisitsBeforeWidening { get; init; } = 4;
}
