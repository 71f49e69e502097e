namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// Follows through one function which slots may hold null: one that the function itself writes, and one that a function of the application gave.
/// Forward over its blocks; a test for null, or a use, tells that the slot is not null behind it. A bit for each slot.
/// </summary>
sealed class NullFlow
{
    /// <summary>Slots times blocks: functions above are passed over.</summary>
    const int Largest = 1 << 20;

    readonly Function function;
    readonly Func<CallInstruction, bool> mayGiveNull;
    readonly ulong[]?[] entries;
    readonly int words;

    bool returnsNull;

    NullFlow(Function function, Func<CallInstruction, bool> mayGiveNull)
    {
        this.function = function;
        this.mayGiveNull = mayGiveNull;
        entries = new ulong[]?[function.Blocks.Length];
        words = (function.SlotCount + 63) / 64;
    }

    /// <summary>Whether a function asks for null, or refuses it, by its name.</summary>
    public static bool IsAboutNull(string name) =>
        name.Contains("null", StringComparison.OrdinalIgnoreCase) || name.Contains("empty", StringComparison.OrdinalIgnoreCase) || name.Contains("blank", StringComparison.OrdinalIgnoreCase) || name.Contains("exist", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the function may return null on some way, by a null that it writes or one that a function gave.</summary>
    public static bool ReturnsNull(Function function, Func<CallInstruction, bool> mayGiveNull)
    {
        if (!function.HasBody || (long)function.SlotCount * function.Blocks.Length > Largest) return false;
        var flow = new NullFlow(function, mayGiveNull);
        flow.Follow();
        return flow.returnsNull;
    }

    /// <summary>The calls whose result the function holds against null itself, as before it calls the same once more.</summary>
    public static IEnumerable<CallInstruction> TestedIn(Function function)
    {
        foreach (var block in function.Blocks)
            if (block.Exit is BranchExit branch && TestOf(block, branch.Condition) is var (slot, _) && block.Instructions.FindLast(i => i.Target == slot) is CallInstruction call) yield return call;
    }

    void Follow()
    {
        var pending = new SortedSet<int> { 0 };
        entries[0] = new ulong[words];
        while (pending.Count > 0)
        {
            var block = pending.Min;
            pending.Remove(block);
            Interpret(function.Blocks[block], pending);
        }
    }

    void Interpret(Block block, SortedSet<int> pending)
    {
        var state = (ulong[])entries[block.Number]!.Clone();
        foreach (var instruction in block.Instructions)
        {
            if (block.Handlers.Length > 0 && instruction is CallInstruction) ToHandlers(block, state, pending);
            Execute(instruction, state);
        }
        if (block.Handlers.Length > 0) ToHandlers(block, state, pending);
        switch (block.Exit)
        {
            case JumpExit jump:
                Flow(jump.Block, state, pending);
                break;
            case BranchExit branch:
                Branch(block, branch, state, pending);
                break;
            case ReturnExit { Slot: >= 0 } left:
                returnsNull |= Has(state, left.Slot);
                break;
        }
    }

    void ToHandlers(Block block, ulong[] state, SortedSet<int> pending)
    {
        foreach (var handler in block.Handlers) Flow(handler.Block, state, pending);
    }

    void Flow(int to, ulong[] state, SortedSet<int> pending)
    {
        if (entries[to] is not { } known)
        {
            entries[to] = (ulong[])state.Clone();
            pending.Add(to);
            return;
        }
        var changes = false;
        for (var i = 0; i < words; i++)
        {
            changes |= (state[i] & ~known[i]) != 0;
            known[i] |= state[i];
        }
        if (changes) pending.Add(to);
    }

    /// <summary>Where a parameter is null, what follows is its caller's doing: that way is not gone.</summary>
    void Branch(Block block, BranchExit branch, ulong[] state, SortedSet<int> pending)
    {
        var (whenTrue, whenFalse) = (state, (ulong[])state.Clone());
        if (TestOf(block, branch.Condition) is var (tested, isNullWhenTrue))
        {
            foreach (var slot in SameAs(block, tested)) Clear(isNullWhenTrue ? whenFalse : whenTrue, slot);
            if (SameAs(block, tested).Any(IsParameter))
            {
                Flow(isNullWhenTrue ? branch.WhenFalse : branch.WhenTrue, isNullWhenTrue ? whenFalse : whenTrue, pending);
                return;
            }
        }
        Flow(branch.WhenTrue, whenTrue, pending);
        Flow(branch.WhenFalse, whenFalse, pending);
    }

    /// <summary>The slot that a condition holds against null, or against a type, at the end of a block.</summary>
    static (int Slot, bool IsNullWhenTrue)? TestOf(Block block, int condition)
    {
        var negated = false;
        for (var i = block.Instructions.Count - 1; i >= 0; i--)
        {
            if (block.Instructions[i].Target != condition) continue;
            switch (block.Instructions[i])
            {
                case CopyInstruction copy:
                    condition = copy.Source;
                    break;
                case UnaryInstruction { Operator: Operator.Not } not:
                    (condition, negated) = (not.Source, !negated);
                    break;
                case TypeTestInstruction test:
                    return (test.Source, negated);
                case BinaryInstruction { Operator: Operator.Equal or Operator.NotEqual } equality:
                    return NullSide(block, i, equality) is { } slot ? (slot, (equality.Operator == Operator.Equal) != negated) : null;
                default:
                    return null;
            }
        }
        return null;
    }

    static int? NullSide(Block block, int before, BinaryInstruction equality)
    {
        bool IsNull(int slot) => block.Instructions.Take(before).LastOrDefault(i => i.Target == slot) is ConstantInstruction { Value: null };
        return IsNull(equality.Right) ? equality.Left : IsNull(equality.Left) ? equality.Right : null;
    }

    /// <summary>The slot and the variables that it was copied from.</summary>
    static IEnumerable<int> SameAs(Block block, int slot)
    {
        yield return slot;
        for (var i = block.Instructions.Count - 1; i >= 0; i--)
            if (block.Instructions[i] is CopyInstruction copy && copy.Target == slot) yield return slot = copy.Source;
    }

    bool IsParameter(int slot) => slot >= function.Offset && slot < function.Offset + function.Parameters.Length;

    void Execute(Instruction instruction, ulong[] state)
    {
        if (UsedBy(instruction) is >= 0 and var used) Clear(state, used);
        if (instruction is CallInstruction asked && IsAboutNull(asked.Callee.Name)) foreach (var argument in asked.Arguments) Clear(state, argument);
        if (instruction.Target < 0) return;
        var mayBeNull = instruction switch
        {
            ConstantInstruction { Value: null, IsImplied: false } => true,
            CopyInstruction copy => Has(state, copy.Source),
            CastInstruction cast => Has(state, cast.Source),
            CallInstruction call => mayGiveNull(call),
            _ => false,
        };
        Clear(state, instruction.Target);
        if (mayBeNull) state[instruction.Target / 64] |= 1UL << instruction.Target;
    }

    /// <summary>The slot that must not be null for an instruction.</summary>
    public static int UsedBy(Instruction instruction) => instruction switch
    {
        CallInstruction { Callee.Kind: not CallKind.Value } call when !IsAboutNull(call.Callee.Name) => call.Receiver,
        ReadFieldInstruction read => read.Object,
        WriteFieldInstruction write => write.Object,
        ReadElementInstruction read => read.Array,
        WriteElementInstruction write => write.Array,
        UnaryInstruction { Operator: Operator.Length } length => length.Source,
        _ => Instruction.NoSlot,
    };

    static bool Has(ulong[] state, int slot) => (state[slot / 64] & 1UL << slot) != 0;

    static void Clear(ulong[] state, int slot) => state[slot / 64] &= ~(1UL << slot);
}
