using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>What interpreting one entry point showed.</summary>
/// <param name="Covered">The functions that were interpreted at least once.</param>
sealed record EntryResult(ImmutableArray<Discovery> Discoveries, ImmutableArray<Function> Cut, ImmutableArray<Function> Covered);

/// <summary>The types and functions that a run asked the program about: only these can have changed its result.</summary>
sealed class Inquiries
{
    public HashSet<string> Types { get; } = [];

    public HashSet<Function> Functions { get; } = [];
}
