namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What a function is interpreted for.</summary>
enum RunPurpose
{
    /// <summary>For what it and all that it calls show.</summary>
    Findings,

    /// <summary>For which of its blocks are run at all; what it shows was told, or cannot be anything.</summary>
    Reach,
}
