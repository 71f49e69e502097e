using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// A straight run of instructions with one way out. A function's blocks are numbered; block 0 is where it starts.
/// </summary>
sealed class Block(int number)
{
    public int Number { get; } = number;

    public List<Instruction> Instructions { get; } = [];

    /// <summary>How the block ends. A block that the front end never closed returns nothing.</summary>
    public Exit Exit { get; set; } = new ReturnExit(Instruction.NoSlot, default);

    /// <summary>The handlers, innermost first, that catch what the instructions of this block throw.</summary>
    public ImmutableArray<Handler> Handlers { get; set; } = [];
}

/// <summary>Where a caught exception goes.</summary>
/// <param name="Types">The exception types it catches; empty means all, as for <c>finally</c>.</param>
/// <param name="Slot">The slot that receives the exception.</param>
/// <param name="Block">The number of the block that goes on.</param>
sealed record Handler(ImmutableArray<string> Types, int Slot, int Block);

/// <summary>How a block ends.</summary>
abstract record Exit(Span Span);

/// <summary>Goes on at a block.</summary>
sealed record JumpExit(int Block, Span Span) : Exit(Span);

/// <summary>Goes on at one of two blocks, by a truth value.</summary>
sealed record BranchExit(int Condition, int WhenTrue, int WhenFalse, Span Span) : Exit(Span);

/// <summary>Leaves the function with the value of a slot, or with none.</summary>
sealed record ReturnExit(int Slot, Span Span) : Exit(Span);

/// <summary>Throws the value of a slot to the block's handlers.</summary>
sealed record ThrowExit(int Slot, Span Span) : Exit(Span);
