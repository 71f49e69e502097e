using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// The blocks of a function that are run on some way whatever the constants of the program are: those behind no condition but such as depend on
/// what is handed in, or on what a library answers.
/// </summary>
sealed class SureBlocks
{
    /// <summary>How many instructions a condition is followed back through, and through how many blocks.</summary>
    const int Depth = 12, BlocksBack = 16;

    static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "String", "Boolean", "Bool", "Integer", "Int", "Int32", "Long", "Int64", "Short", "Byte", "Character", "Char", "Double", "Float", "Math", "Objects", "Object", "Convert",
    };

    readonly Function function;
    readonly List<int>[] before;
    readonly Dictionary<int, List<Instruction>> writes = [];

    SureBlocks(Function function)
    {
        this.function = function;
        before = [.. function.Blocks.Select(_ => new List<int>())];
        foreach (var block in function.Blocks)
        {
            foreach (var next in Successors(block)) before[next].Add(block.Number);
            foreach (var instruction in block.Instructions)
                if (instruction.Target >= 0)
                    if (writes.TryGetValue(instruction.Target, out var known)) known.Add(instruction);
                    else writes[instruction.Target] = [instruction];
        }
    }

    /// <summary>For each block, whether it is one.</summary>
    public static ImmutableArray<bool> Of(Function function) => Of(function, (_, _) => false);

    /// <summary>For each block, whether a way leads there on which each condition is as is said where the program alone may decide it.</summary>
    /// <param name="isTaken">Whether such a condition, at the end of a block, lets another follow.</param>
    public static ImmutableArray<bool> Of(Function function, Func<int, int, bool> isTaken)
    {
        var sure = new bool[function.Blocks.Length];
        var (blocks, open) = (new SureBlocks(function), new Stack<int>([0]));
        while (open.TryPop(out var number))
        {
            if (sure[number]) continue;
            sure[number] = true;
            var block = function.Blocks[number];
            var isFixed = block.Exit is BranchExit branch && blocks.IsFixed(branch.Condition, block, block.Instructions.Count, Depth);
            foreach (var next in Successors(block))
                if (!isFixed || isTaken(number, next)) open.Push(next);
            foreach (var handler in block.Handlers) open.Push(handler.Block);
        }
        return [.. sure];
    }

    static IEnumerable<int> Successors(Block block) => block.Exit switch
    {
        JumpExit jump => [jump.Block],
        BranchExit branch => [branch.WhenTrue, branch.WhenFalse],
        _ => [],
    };

    /// <summary>Whether the program alone may say what a slot holds: constants, fields, and what its own functions make of these.</summary>
    bool IsFixed(int slot, Block block, int end, int left)
    {
        if (left == 0 || slot < 0) return false;
        if (LastWrite(slot, block, end) is var (instruction, at, index)) return IsFixed(instruction, at, index, left - 1);
        // Of several, each must be.
        return writes.TryGetValue(slot, out var all) && all.TrueForAll(w => w is ConstantInstruction);
    }

    bool IsFixed(Instruction instruction, Block block, int index, int left) => instruction switch
    {
        ConstantInstruction => true,
        CopyInstruction copy => IsFixed(copy.Source, block, index, left),
        CastInstruction cast => IsFixed(cast.Source, block, index, left),
        UnaryInstruction unary => IsFixed(unary.Source, block, index, left),
        // That something is not null is what interpreting takes for granted of all that comes from outside.
        BinaryInstruction binary when IsNull(binary.Left, block, index) || IsNull(binary.Right, block, index) => false,
        BinaryInstruction binary => IsFixed(binary.Left, block, index, left) && IsFixed(binary.Right, block, index, left),
        ReadFieldInstruction read => read.Object == Instruction.NoSlot || IsThis(read.Object),
        CallInstruction call => IsFixed(call, block, index, left),
        _ => false,
    };

    bool IsNull(int slot, Block block, int index) => LastWrite(slot, block, index)?.Instruction is ConstantInstruction { Value: null };

    /// <summary>A function of the program, or of texts, numbers and truth values, of what is fixed.</summary>
    bool IsFixed(CallInstruction call, Block block, int index, int left)
    {
        var isOwn = !call.Callee.Candidates.IsEmpty;
        if (isOwn ? !IsKnownObject(call.Receiver, block, index) : !IsPlain(call.Callee.Type) || call.Receiver >= 0 && !IsFixed(call.Receiver, block, index, left)) return false;
        return call.Arguments.All(a => IsFixed(a, block, index, left));
    }

    /// <summary>No object, this one, or one that was made right there: of others interpreting knows too little.</summary>
    bool IsKnownObject(int slot, Block block, int index) => slot < 0 || IsThis(slot) || LastWrite(slot, block, index)?.Instruction is AllocateInstruction;

    bool IsThis(int slot) => slot == 0 && !function.IsStatic && !function.IsClosure;

    static bool IsPlain(string? type) => type is not null && Plain.Contains(type[(type.LastIndexOf('.') + 1)..]);

    /// <summary>The instruction that sets a slot before a place, where the way there is the only one.</summary>
    (Instruction Instruction, Block Block, int Index)? LastWrite(int slot, Block block, int end)
    {
        for (var back = 0; back < BlocksBack; back++)
        {
            for (var i = end - 1; i >= 0; i--)
                if (block.Instructions[i].Target == slot) return (block.Instructions[i], block, i);
            if (before[block.Number] is not [var only]) return null;
            block = function.Blocks[only];
            end = block.Instructions.Count;
        }
        return null;
    }
}
