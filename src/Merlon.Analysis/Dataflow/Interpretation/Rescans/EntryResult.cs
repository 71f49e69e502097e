using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>What interpreting one entry point showed.</summary>
/// <param name="Covered">The functions that were interpreted at least once.</param>
sealed record EntryResult(ImmutableArray<Discovery> Discoveries, ImmutableArray<Function> Cut, ImmutableArray<Function> Covered);
