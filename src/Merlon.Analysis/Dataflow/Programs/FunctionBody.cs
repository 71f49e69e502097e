using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>The code of a function.</summary>
sealed class FunctionBody
{
    public ImmutableArray<Block> Blocks { get; set; } = [];

    /// <summary>The names of slots that stand for variables of the source; others are absent.</summary>
    public Dictionary<int, string> SlotNames { get; } = [];
}
