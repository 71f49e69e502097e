using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>A function as a value, with the values it captured when it was made.</summary>
sealed record Closure(Function Function, ImmutableArray<Value> Captured);
