using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>What interpreting one entry point showed, apart from what the summaries that it used show.</summary>
/// <param name="Covered">The functions that were interpreted at least once.</param>
sealed record EntryResult(ImmutableArray<Discovery> Discoveries, ImmutableArray<Function> Cut, ImmutableArray<Function> Covered)
{
    /// <summary>The summaries that were used.</summary>
    public IReadOnlyCollection<Summary> Uses { get; init; } = [];

    /// <summary>The blocks of the entry point itself that it might not run (<see cref="Function.DoubtedBlocks"/>) and did not.</summary>
    public ImmutableArray<int> Unreached { get; init; } = [];

    /// <summary>The summaries that were used, of an earlier scan, by their numbers then.</summary>
    public ImmutableArray<int> KeptUses { get; init; } = [];

    public void CoverInto(HashSet<Function> covered)
    {
        foreach (var function in Covered) covered.Add(function);
    }
}
