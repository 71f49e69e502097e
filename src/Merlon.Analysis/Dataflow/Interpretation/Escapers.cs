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
    static readonly string[] Looks = [.. CharacterReads, .. Lengths, "substring", "Substring", "subSequence", "AsSpan", "Slice"];
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

    bool IsText(int variable) => variable >= function.Offset && variable < function.Offset + function.Parameters.Length;

    /// <summary>The variable that a slot was loaded from in the block, before an instruction or at its end.</summary>
    static int Variable(Block block, int slot, int before) =>
        before > 0 && block.Instructions.FindLastIndex(before - 1, i => i.Target == slot) is >= 0 and var at && block.Instructions[at] is CopyInstruction copy ? copy.Source : slot;

    /// <summary>Whether a block hands a parameter on as a whole.</summary>
    bool GivesBack(Block block)
    {
        var end = block.Instructions.Count;
        return block.Exit is ReturnExit exit && IsText(Variable(block, exit.Slot, end)) || Enumerable.Range(0, end).Any(at => block.Instructions[at] switch
        {
            CopyInstruction copy => IsText(copy.Source) && !IsLookedAt(block, copy.Target, at),
            BinaryInstruction { Operator: Operator.Concatenate or Operator.AddOrConcatenate } sum => IsText(Variable(block, sum.Left, at)) || IsText(Variable(block, sum.Right, at)),
            CallInstruction call => !IsPart(call) && call.Arguments.Any(a => IsText(Variable(block, a, at))) || IsText(Variable(block, call.Receiver, at)) && !Looks.Contains(call.Callee.Name),
            _ => false,
        });
    }

    /// <summary>Whether a block does no more with what it loaded than to look at parts of it.</summary>
    static bool IsLookedAt(Block block, int slot, int loaded)
    {
        if (block.Exit is ReturnExit exit && exit.Slot == slot) return false;
        var users = block.Instructions.Skip(loaded + 1).OfType<CallInstruction>().Where(c => c.Receiver == slot || c.Arguments.Contains(slot)).ToList();
        return users.Count > 0 && users.TrueForAll(c => c.Arguments.Contains(slot) ? IsPart(c) : Looks.Contains(c.Callee.Name) || Joins.Contains(c.Callee.Name));
    }

    /// <summary>Whether a call takes a part of what it is handed, from one position to another.</summary>
    static bool IsPart(CallInstruction call) => call.Arguments.Length == 3 && Joins.Contains(call.Callee.Name);

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
        CallInstruction call when Lengths.Contains(call.Callee.Name) => IsWrittenIn(loop, Variable(test, call.Receiver, test.Instructions.IndexOf(call))) || IsSetBy(loop, test, call.Receiver, left - 1),
        _ => false,
    };

    bool IsWrittenIn(HashSet<int> loop, int slot) => loop.Select(b => function.Blocks[b]).Any(block => Enumerable.Range(0, block.Instructions.Count).Any(at =>
        block.Instructions[at] is CallInstruction call && Joins.Contains(call.Callee.Name) && Variable(block, call.Receiver, at) == slot));
}
