namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// Values that a function gives to a variable of its own and never reads: backward over its blocks, a variable is live where some way leads to
/// a use of it. What code may be lowered twice, as that of <c>finally</c>, is dead only if it is dead each time. A set of variables is one
/// number, so functions that need more than 64 slots for their variables are passed over.
/// </summary>
sealed class DeadStores
{
    readonly Function function;
    readonly ulong[] bits, live;

    DeadStores(Function function)
    {
        this.function = function;
        bits = new ulong[function.SlotCount];
        live = new ulong[function.Blocks.Length];
    }

    /// <summary>The assignments, in the order of their places; variables set to null, zero or nothing to begin with do not count.</summary>
    public static IEnumerable<Span> In(Function function)
    {
        var search = new DeadStores(function);
        return search.NumberVariables() is > 0 and <= 64 ? search.Find() : [];
    }

    int NumberVariables()
    {
        var count = 0;
        foreach (var block in function.Blocks)
            foreach (var instruction in block.Instructions)
                if (instruction is CopyInstruction { Name: not null } && bits[instruction.Target] == 0) bits[instruction.Target] = 1UL << count++;
        return count;
    }

    IEnumerable<Span> Find()
    {
        for (var changes = true; changes;)
        {
            changes = false;
            for (var i = live.Length - 1; i >= 0; i--)
            {
                var now = Walk(function.Blocks[i], null);
                changes |= now != live[i];
                live[i] = now;
            }
        }
        var (dead, needed) = (new Dictionary<int, Span>(), new HashSet<int>());
        foreach (var block in function.Blocks)
            Walk(block, (copy, isLive, before) =>
            {
                if (isLive) needed.Add(copy.Span.Start);
                else if (IsTold(copy, before)) dead.TryAdd(copy.Span.Start, copy.Span);
            });
        return dead.Where(d => !needed.Contains(d.Key)).Select(d => d.Value).OrderBy(s => s.Start);
    }

    /// <summary>What is live before a block; tells of each assignment to a variable whether it is live behind it, with the instruction before.</summary>
    ulong Walk(Block block, Action<CopyInstruction, bool, Instruction?>? tell)
    {
        var caught = 0UL;
        foreach (var handler in block.Handlers) caught |= live[handler.Block];
        var now = caught | Behind(block.Exit);
        for (var i = block.Instructions.Count - 1; i >= 0; i--)
        {
            var instruction = block.Instructions[i];
            if (instruction is CopyInstruction { Name: not null } copy) tell?.Invoke(copy, (now & bits[copy.Target]) != 0, i > 0 ? block.Instructions[i - 1] : null);
            if (instruction.Target >= 0) now = now & ~bits[instruction.Target] | caught & bits[instruction.Target];
            now |= ReadBy(instruction);
        }
        return now;
    }

    ulong Behind(Exit exit) => exit switch
    {
        JumpExit jump => live[jump.Block],
        BranchExit branch => live[branch.WhenTrue] | live[branch.WhenFalse] | BitOf(branch.Condition),
        ReturnExit left => BitOf(left.Slot),
        ThrowExit thrown => BitOf(thrown.Slot),
        _ => 0,
    };

    ulong ReadBy(Instruction instruction) => instruction switch
    {
        CopyInstruction copy => BitOf(copy.Source),
        UnaryInstruction unary => BitOf(unary.Source),
        BinaryInstruction binary => BitOf(binary.Left) | BitOf(binary.Right),
        CastInstruction cast => BitOf(cast.Source),
        TypeTestInstruction test => BitOf(test.Source),
        ReadFieldInstruction read => BitOf(read.Object),
        WriteFieldInstruction write => BitOf(write.Object) | BitOf(write.Value),
        ReadElementInstruction read => BitOf(read.Array) | BitOf(read.Index),
        WriteElementInstruction write => BitOf(write.Array) | BitOf(write.Index) | BitOf(write.Value),
        AllocateArrayInstruction allocate => BitsOf(allocate.Elements) | BitOf(allocate.Length),
        ClosureInstruction closure => BitsOf(closure.Captured),
        CallInstruction call => BitsOf(call.Arguments) | BitOf(call.Receiver),
        UnknownInstruction unknown => BitsOf(unknown.Inputs),
        _ => 0,
    };

    ulong BitOf(int slot) => slot >= 0 ? bits[slot] : 0;

    ulong BitsOf(System.Collections.Immutable.ImmutableArray<int> slots)
    {
        var all = 0UL;
        foreach (var slot in slots) all |= BitOf(slot);
        return all;
    }

    /// <summary>Written as an assignment, and not of what variables commonly hold before they have a value.</summary>
    static bool IsTold(CopyInstruction copy, Instruction? before) =>
        !copy.Name!.StartsWith('_') && copy.Span.Code.Contains('=', StringComparison.Ordinal)
        && !(before is ConstantInstruction { Value: null or 0L or -1L or 0d or false or "" } unset && unset.Target == copy.Source);
}
