using System.Runtime.CompilerServices;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// A function that looks at every character of a text in a loop and writes some of them otherwise, as <c>&amp;lt;</c>. What it returns after that
/// loop has none of them left: also where it copies the parts between them, and where it gives the text itself back because the loop met none.
/// </summary>
sealed class Escapers
{
    static readonly ConditionalWeakTable<Function, Escapers> Known = [];

    static readonly string[] CharacterReads = ["charAt", "codePointAt", "get_Chars", "get_Current"], Lengths = ["length", "get_Length", "isEmpty"];
    static readonly string[] Joins = ["append", "Append", "write", "Write", "insert", "Insert", "concat", "Concat", "print", "format", "Format", "join", "Join"];

    readonly FlowGraph graph;
    readonly Function function;
    readonly HashSet<int> after = [];

    Escapers(Function function)
    {
        (this.function, graph) = (function, FlowGraph.Of(function));
        if (function.Blocks.Length < 5) return;
        foreach (var block in function.Blocks)
        {
            if (graph.LoopAt(block.Number) is not { } loop || graph.HeadsAround(block.Number).Count > 1 || !loop.Any(b => Reads(function.Blocks[b]))) continue;
            var escaped = loop.SelectMany(b => Escaped(block.Number, loop, function.Blocks[b])).ToHashSet();
            if (escaped.Count == 0 || LeavesEarly(loop)) continue;
            var behind = After(block.Number, loop);
            if (!behind.Where(b => GivesBack(function.Blocks[b])).All(b => IsDecidedBy(loop, b))) continue;
            Characters = [.. escaped];
            after = behind;
            return;
        }
    }

    /// <summary>The characters that are not left in what is returned.</summary>
    public char[] Characters { get; } = [];

    public static Escapers Of(Function function) => Known.GetValue(function, f => new Escapers(f));

    /// <summary>The marks of the text's data in what a block returns.</summary>
    public ulong MarksAt(Block block, TextMarks texts) =>
        after.Contains(block.Number) ? Characters.Aggregate(0UL, (marks, character) => marks | texts.MarksWithout(character)) : 0;

    static bool Reads(Block block) => block.Instructions.Exists(i => i is ReadElementInstruction || i is CallInstruction call && CharacterReads.Contains(call.Callee.Name));

    /// <summary>The characters that the block compares with and whose place an escape takes where they are met.</summary>
    IEnumerable<char> Escaped(int head, HashSet<int> loop, Block block)
    {
        if (block.Exit is not BranchExit branch || Compared(block, branch.Condition) is not ({ } character, var isEqual)) return [];
        var elsewhere = Reached(head, isEqual ? branch.WhenTrue : branch.WhenFalse);
        if (!loop.Any(b => !elsewhere.Contains(b) && Writes(function.Blocks[b], character))) return [];
        return Reached(head, block.Number).Any(b => loop.Contains(b) && CopiesCharacter(function.Blocks[b])) ? [] : [character];
    }

    static bool Writes(Block block, char character) => block.Instructions.Exists(i => i is ConstantInstruction { Value: string text } && IsEscape(text, character));

    /// <summary>Whether a block writes something on that is no text of the program and no part between two escapes.</summary>
    static bool CopiesCharacter(Block block) => block.Instructions.Exists(i =>
        i is CallInstruction { Arguments: [var added] } call && Joins.Contains(call.Callee.Name)
        && DefinitionOf(block, added) is not (ConstantInstruction or CallInstruction { Callee.Name: "substring" or "Substring" or "subSequence" or "AsSpan" or "Slice" }));

    static bool IsEscape(string text, char character) => text.Length > 1 && text[0] is '&' or '\\' or '%' && !text.Contains(character, StringComparison.Ordinal);

    static (char? Character, bool IsEqual) Compared(Block block, int condition)
    {
        if (DefinitionOf(block, condition) is not BinaryInstruction { Operator: Operator.Equal or Operator.NotEqual } test) return default;
        var constant = new[] { test.Left, test.Right }.Select(s => (DefinitionOf(block, s) as ConstantInstruction)?.Value).OfType<char>().ToList();
        return constant is [var character] ? (character, test.Operator == Operator.Equal) : default;
    }

    static Instruction? DefinitionOf(Block block, int slot) => block.Instructions.FindLast(i => i.Target == slot);

    bool LeavesEarly(HashSet<int> loop) =>
        loop.Any(b => function.Blocks[b].Exit is BranchExit branch && Compared(function.Blocks[b], branch.Condition).Character is not null && !(loop.Contains(branch.WhenTrue) && loop.Contains(branch.WhenFalse)));

    /// <summary>The blocks outside of a loop that are only reached through its head.</summary>
    HashSet<int> After(int head, HashSet<int> loop)
    {
        var (through, around) = (Reached(head, -1), Reached(0, head));
        through.ExceptWith(around);
        through.ExceptWith(loop);
        return through;
    }

    HashSet<int> Reached(int from, int without)
    {
        var found = new HashSet<int>();
        var pending = new Stack<int>(from == without ? [] : [from]);
        while (pending.TryPop(out var block))
            if (block != without && found.Add(block))
                foreach (var next in FlowGraph.Successors(function.Blocks[block])) pending.Push(next);
        return found;
    }

    bool IsText(int slot) => slot >= function.Offset && slot < function.Offset + function.Parameters.Length;

    /// <summary>Whether a block hands a parameter on as a whole.</summary>
    bool GivesBack(Block block) => block.Exit is ReturnExit exit && IsText(exit.Slot)
        || block.Instructions.Exists(i => i is CopyInstruction copy && IsText(copy.Source) || i is BinaryInstruction { Operator: Operator.Concatenate or Operator.AddOrConcatenate } sum && (IsText(sum.Left) || IsText(sum.Right))
            || i is CallInstruction { Arguments.Length: < 3 } call && Joins.Contains(call.Callee.Name) && call.Arguments.Any(IsText));

    /// <summary>Whether it depends on what a loop found that a block is entered: on a variable that is set in it, or how long what it wrote is.</summary>
    bool IsDecidedBy(HashSet<int> loop, int block)
    {
        var before = function.Blocks.Where(b => FlowGraph.Successors(b).Contains(block)).ToList();
        return before is [{ Exit: BranchExit branch } test] && !loop.Contains(test.Number) && IsSetBy(loop, test, branch.Condition, 3);
    }

    bool IsSetBy(HashSet<int> loop, Block test, int slot, int left) => left > 0 && DefinitionOf(test, slot) switch
    {
        null => function.SlotNames.ContainsKey(slot) && loop.Any(b => function.Blocks[b].Instructions.Exists(i => i.Target == slot)),
        BinaryInstruction binary => IsSetBy(loop, test, binary.Left, left - 1) || IsSetBy(loop, test, binary.Right, left - 1),
        UnaryInstruction unary => IsSetBy(loop, test, unary.Source, left - 1),
        CopyInstruction copy => IsSetBy(loop, test, copy.Source, left - 1),
        CallInstruction call when Lengths.Contains(call.Callee.Name) => IsWrittenIn(loop, call.Receiver) || IsSetBy(loop, test, call.Receiver, left - 1),
        _ => false,
    };

    bool IsWrittenIn(HashSet<int> loop, int slot) =>
        loop.Any(b => function.Blocks[b].Instructions.Exists(i => i is CallInstruction call && call.Receiver == slot && Joins.Contains(call.Callee.Name)));
}
