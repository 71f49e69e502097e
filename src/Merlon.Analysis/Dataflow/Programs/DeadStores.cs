using System.Collections;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// Values that a function gives to a variable of its own and never reads: backward over its blocks, a variable is live where some way leads to
/// a use of it. What code may be lowered twice, as that of <c>finally</c>, is dead only if it is dead each time.
/// </summary>
static class DeadStores
{
    /// <summary>Functions with more slots times blocks than this are passed over.</summary>
    const int Most = 4_000_000;

    /// <summary>The assignments, in the order of their places; variables set to null, zero or nothing to begin with do not count.</summary>
    public static IEnumerable<Span> In(Function function)
    {
        if ((long)function.SlotCount * function.Blocks.Length > Most || !function.Blocks.Any(b => b.Instructions.Exists(i => i is CopyInstruction { Name: not null }))) return [];
        var live = LiveAtStart(function);
        var (dead, needed) = (new Dictionary<int, Span>(), new HashSet<int>());
        foreach (var block in function.Blocks)
            Walk(function, block, live, (copy, isLive, before) =>
            {
                if (isLive) needed.Add(copy.Span.Start);
                else if (IsTold(copy, before)) dead.TryAdd(copy.Span.Start, copy.Span);
            });
        return dead.Where(d => !needed.Contains(d.Key)).Select(d => d.Value).OrderBy(s => s.Start);
    }

    static BitArray[] LiveAtStart(Function function)
    {
        var live = Array.ConvertAll([.. function.Blocks], _ => new BitArray(function.SlotCount));
        for (var changes = true; changes;)
        {
            changes = false;
            for (var i = function.Blocks.Length - 1; i >= 0; i--)
            {
                var now = Walk(function, function.Blocks[i], live, null);
                if (Same(now, live[i])) continue;
                live[i] = now;
                changes = true;
            }
        }
        return live;
    }

    /// <summary>What is live before a block; tells of each assignment to a variable whether it is live behind it, with the instruction before.</summary>
    static BitArray Walk(Function function, Block block, BitArray[] live, Action<CopyInstruction, bool, Instruction?>? tell)
    {
        var (now, caught) = (new BitArray(function.SlotCount), new BitArray(function.SlotCount));
        foreach (var handler in block.Handlers) caught.Or(live[handler.Block]);
        foreach (var next in Next(block.Exit)) now.Or(live[next]);
        now.Or(caught);
        Read(now, Used(block.Exit));
        for (var i = block.Instructions.Count - 1; i >= 0; i--)
        {
            var instruction = block.Instructions[i];
            if (instruction is CopyInstruction { Name: not null } copy) tell?.Invoke(copy, now[copy.Target], i > 0 ? block.Instructions[i - 1] : null);
            if (instruction.Target >= 0) now[instruction.Target] = caught[instruction.Target];
            foreach (var slot in Operands.Of(instruction)) Read(now, slot);
        }
        return now;
    }

    static void Read(BitArray live, int slot)
    {
        if (slot >= 0) live[slot] = true;
    }

    static int[] Next(Exit exit) => exit switch
    {
        JumpExit jump => [jump.Block],
        BranchExit branch => [branch.WhenTrue, branch.WhenFalse],
        _ => [],
    };

    static int Used(Exit exit) => exit switch
    {
        BranchExit branch => branch.Condition,
        ReturnExit left => left.Slot,
        ThrowExit thrown => thrown.Slot,
        _ => Instruction.NoSlot,
    };

    static bool Same(BitArray left, BitArray right)
    {
        for (var i = 0; i < left.Length; i++)
            if (left[i] != right[i]) return false;
        return true;
    }

    /// <summary>Written as an assignment, and not of what variables commonly hold before they have a value.</summary>
    static bool IsTold(CopyInstruction copy, Instruction? before) =>
        !copy.Name!.StartsWith('_') && copy.Span.Code.Contains('=', StringComparison.Ordinal)
        && !(before is ConstantInstruction { Value: null or 0L or -1L or 0d or false or "" } unset && unset.Target == copy.Source);
}
