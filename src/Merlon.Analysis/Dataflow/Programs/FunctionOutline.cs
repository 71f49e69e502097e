using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// What the program as a whole asks about the code of each function: what it calls and names, and how long it is. It is kept beside the code, so
/// that the code itself is read where it is interpreted only.
/// </summary>
/// <param name="HasBody">Whether there is code.</param>
/// <param name="Size">How many instructions and blocks there are.</param>
/// <param name="Tested">The names of the functions whose result it holds against null itself.</param>
/// <param name="WhenNull">What it does where a parameter is null (<see cref="NullAnswers"/>).</param>
/// <param name="Mentions">In the order of the code; fields that are read, each once.</param>
sealed record FunctionOutline(bool HasBody, int Size, CodeMarks Marks, ImmutableArray<string> Tested, int WhenNull, ImmutableArray<Mention> Mentions)
{
    /// <summary>An index above this is likely to be out of an array whose length is known.</summary>
    const long LongestKnown = 16;

    public IEnumerable<CallMention> Calls => Mentions.OfType<CallMention>();

    public static FunctionOutline Of(Function function)
    {
        var handed = new HandedSlots(function);
        var (marks, size, mentions, read) = (CodeMarks.None, 0, ImmutableArray.CreateBuilder<Mention>(), new HashSet<(string?, string, bool)>());
        foreach (var block in function.Blocks)
        {
            size += block.Instructions.Count + 1;
            if (block.Exit is ReturnExit { Slot: >= 0 }) marks |= CodeMarks.GivesBack;
            Instruction? before = null;
            foreach (var instruction in block.Instructions)
            {
                if (MentionIn(instruction, handed, read) is { } mention) mentions.Add(mention);
                marks |= MarksOf(instruction) | (IsNumberToRemember(before, instruction) ? CodeMarks.CanFail : CodeMarks.None);
                handed.Follow(instruction);
                before = instruction;
            }
        }
        if (marks.HasFlag(CodeMarks.GivesBack | CodeMarks.WritesNull) && NullFlow.ReturnsNull(function, _ => false)) marks |= CodeMarks.GivesNull;
        if (HandsOnZero(function)) marks |= CodeMarks.HandsOnZero;
        ImmutableArray<string> tested = [.. NullFlow.TestedIn(function).Select(c => c.Callee.Name).Distinct(StringComparer.Ordinal)];
        return new FunctionOutline(function.Blocks.Length > 0, size, marks, tested, NullAnswers.Of(function, size), mentions.DrainToImmutable());
    }

    static Mention? MentionIn(Instruction instruction, HandedSlots handed, HashSet<(string?, string, bool)> read) => instruction switch
    {
        CallInstruction call => new CallMention(call.Callee, call.Arguments.Length, [.. handed.Of(call)]),
        ClosureInstruction closure => new ClosureMention(closure.Function),
        AllocateInstruction { Type: { } made } when made.Contains('$', StringComparison.Ordinal) => new AnonymousMention(made),
        ReadFieldInstruction { Field: var field, Object: var obj } when read.Add((field.Owner, field.Name, obj == Instruction.NoSlot)) =>
            new FieldMention(field.Owner, field.Name, obj == Instruction.NoSlot ? FieldMentionKind.ReadOfClass : FieldMentionKind.Read),
        WriteFieldInstruction { Field: var field } => new FieldMention(field.Owner, field.Name, FieldMentionKind.Write),
        _ => null,
    };

    static CodeMarks MarksOf(Instruction instruction) => instruction switch
    {
        BinaryInstruction { Operator: Operator.Divide or Operator.Remainder, Type: not null } => CodeMarks.IsJudged | CodeMarks.CanFail | CodeMarks.Divides,
        BinaryInstruction { Operator: Operator.Subtract, Type: ['u', 'n', 's', 'i', ..] } => CodeMarks.IsJudged | CodeMarks.Divides,
        BinaryInstruction { Type: not null } or BinaryInstruction { Limits: true } or UnaryInstruction { Narrows: not null } => CodeMarks.IsJudged,
        ReadElementInstruction or WriteElementInstruction or AllocateArrayInstruction { Length: >= 0 } => CodeMarks.IsJudged,
        ReadFieldInstruction { Object: Instruction.NoSlot, Field.Name: "MAX_VALUE" or "MIN_VALUE" } => CodeMarks.CanFail,
        ConstantInstruction { Value: null, IsImplied: false } => CodeMarks.CanFail | CodeMarks.WritesNull,
        ConstantInstruction { Value: long and (int.MinValue or int.MaxValue or long.MinValue or long.MaxValue or uint.MaxValue) } => CodeMarks.CanFail,
        _ => CodeMarks.None,
    };

    /// <summary>A variable that is set to a number which may be no index, no divisor, or the last of its type.</summary>
    static bool IsNumberToRemember(Instruction? first, Instruction second) =>
        first is { Target: >= 0 } && KeptIn(second) == first.Target
        && first is ConstantInstruction { Value: 0d or (long and (< 0 or > LongestKnown)) } or UnaryInstruction { Operator: Operator.Negate };

    /// <summary>The slot whose value an instruction puts into a variable or a place.</summary>
    static int KeptIn(Instruction instruction) => instruction switch
    {
        CopyInstruction { Name: not null } copy => copy.Source,
        WriteFieldInstruction write => write.Value,
        WriteElementInstruction write => write.Value,
        _ => Instruction.NoSlot,
    };

    /// <summary>Whether a number that is zero is handed on, kept, or one to count with.</summary>
    static bool HandsOnZero(Function function)
    {
        var held = new HashSet<int>();
        foreach (var instruction in function.Blocks.SelectMany(b => b.Instructions))
            if (instruction is ConstantInstruction { Value: 0L } || instruction is CopyInstruction copy && held.Contains(copy.Source)) held.Add(instruction.Target);
        return held.Count > 0 && function.Blocks.Any(b => b.Instructions.Exists(i => i switch
        {
            CallInstruction call => call.Arguments.Any(held.Contains),
            ClosureInstruction closure => closure.Captured.Any(held.Contains),
            WriteFieldInstruction write => held.Contains(write.Value),
            WriteElementInstruction write => held.Contains(write.Value),
            BinaryInstruction { Type: not null } binary => held.Contains(binary.Left) || held.Contains(binary.Right),
            _ => false,
        }));
    }
}

/// <summary>What there is in the code of a function.</summary>
[Flags]
enum CodeMarks
{
    None = 0,

    /// <summary>An operator that rules judge.</summary>
    IsJudged = 1,

    /// <summary>An operator that can fail by what the code says alone, or a value that makes one fail.</summary>
    CanFail = 2,

    /// <summary>A null that the programmer wrote.</summary>
    WritesNull = 4,

    /// <summary>A return with a value.</summary>
    GivesBack = 8,

    /// <summary>On some way the null that it writes itself is returned.</summary>
    GivesNull = 16,

    /// <summary>Something is divided by what is no constant of the function itself, or a number that may not be negative is made smaller.</summary>
    Divides = 32,

    /// <summary>A number that is zero is handed on, kept, or one to count with.</summary>
    HandsOnZero = 64,
}
