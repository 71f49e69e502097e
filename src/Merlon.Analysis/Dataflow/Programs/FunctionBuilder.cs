using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// Builds the blocks of a function. Slots are handed out like a stack: a front end remembers <see cref="Top"/> and sets it back when a
/// scope ends, so that later scopes use the slots again.
/// </summary>
sealed class FunctionBuilder
{
    /// <summary>A function that is longer has no body: interpreting takes time and memory that grow faster than the length.</summary>
    const int MostBlocks = 10_000, MostInstructions = 200_000;

    readonly List<Block> blocks = [];
    readonly Dictionary<int, string> names = [];
    readonly StatementBlocks statements = new();
    int top, most;

    public FunctionBuilder() => Current = NewBlock();

    /// <summary>The block that instructions are added to.</summary>
    public Block Current { get; private set; }

    /// <summary>Whether the current block was left already: what follows cannot be reached.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The handlers that new blocks get.</summary>
    public ImmutableArray<Handler> Handlers { get; set; } = [];

    public int Top
    {
        get => top;
        set => top = value;
    }

    public int NewSlot(string? name = null)
    {
        most = Math.Max(most, top + 1);
        if (name is not null) names[top] = name;
        return top++;
    }

    public Block NewBlock()
    {
        var block = new Block(blocks.Count) { Handlers = Handlers };
        blocks.Add(block);
        return block;
    }

    public Block BlockAt(int number) => blocks[number];

    /// <summary>Goes on in a block. Its handlers become those in force now.</summary>
    public void Start(Block block)
    {
        block.Handlers = Handlers;
        Current = block;
        IsClosed = false;
    }

    /// <summary>Notes that a statement begins here.</summary>
    public void Begin(Span statement) => statements.Add(statement, IsClosed ? 0 : Current.Number);

    public void Emit(Instruction instruction)
    {
        if (!IsClosed) Current.Instructions.Add(instruction);
    }

    public void Leave(Exit exit)
    {
        if (IsClosed) return;
        Current.Exit = exit;
        IsClosed = true;
    }

    public void Jump(Block to, Span span = default) => Leave(new JumpExit(to.Number, span));

    public void Finish(Function function)
    {
        Leave(new ReturnExit(Instruction.NoSlot, function.Span));
        function.IsTooLong = blocks.Count > MostBlocks || blocks.Sum(b => b.Instructions.Count) > MostInstructions;
        if (function.IsTooLong) return;
        function.Blocks = [.. blocks];
        function.SlotCount = most;
        function.Statements = statements;
        foreach (var (slot, name) in names) function.SlotNames[slot] = name;
    }
}
