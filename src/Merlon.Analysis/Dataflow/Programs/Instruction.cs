using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// One three-address instruction. Operands and targets are slots: numbers of a function's locals and temporaries, from 0; parameters come
/// first. Slots are plain variables (not single-assignment): the interpreter keeps one value per slot and program point.
/// A target of <see cref="NoSlot"/> drops the result.
/// </summary>
abstract class Instruction(int target, Span span)
{
    public const int NoSlot = -1;

    /// <summary>The slot that receives the result.</summary>
    public int Target { get; } = target;

    /// <summary>The source text that this instruction stands for.</summary>
    public Span Span { get; } = span;
}

/// <summary>
/// Target := a constant: null, <see cref="bool"/>, <see cref="long"/> (all integers), <see cref="double"/>, <see cref="char"/> or
/// <see cref="string"/>.
/// </summary>
/// <param name="isImplied">Whether a null follows from the language's rules, as after <c>?.</c>, and is not written by the programmer.</param>
sealed class ConstantInstruction(int target, object? value, Span span, bool isImplied = false) : Instruction(target, span)
{
    public object? Value { get; } = value;
    public bool IsImplied { get; } = isImplied;
}

/// <summary>Target := source. <paramref name="name"/> is the variable's name when the source program names one.</summary>
sealed class CopyInstruction(int target, int source, string? name, Span span) : Instruction(target, span)
{
    public int Source { get; } = source;
    public string? Name { get; } = name;
}

/// <summary>Target := operator source.</summary>
/// <param name="narrows">For a conversion that can lose what a number holds: the type it comes from and the one it becomes.</param>
sealed class UnaryInstruction(int target, Operator op, int source, Span span, NumberConversion? narrows = null) : Instruction(target, span)
{
    public Operator Operator { get; } = op;
    public int Source { get; } = source;
    public NumberConversion? Narrows { get; } = narrows;
}

/// <summary>Target := left operator right.</summary>
/// <param name="type">For arithmetic that can leave the range of its type: that type. Front ends that do not say so are not asked.</param>
/// <param name="limits">Whether it is a comparison that decides if a loop goes on.</param>
sealed class BinaryInstruction(int target, Operator op, int left, int right, Span span, string? type = null, bool limits = false) : Instruction(target, span)
{
    public Operator Operator { get; } = op;
    public int Left { get; } = left;
    public int Right { get; } = right;
    public string? Type { get; } = type;
    public bool Limits { get; } = limits;
}

/// <summary>A conversion of numbers by the names of both types.</summary>
sealed record NumberConversion(string From, string To);

/// <summary>Target := source seen as a type. A failing cast throws.</summary>
sealed class CastInstruction(int target, int source, string type, Span span) : Instruction(target, span)
{
    public int Source { get; } = source;
    public string Type { get; } = type;
}

/// <summary>Target := whether source is an instance of a type (null is not).</summary>
sealed class TypeTestInstruction(int target, int source, string type, Span span) : Instruction(target, span)
{
    public int Source { get; } = source;
    public string Type { get; } = type;
}

/// <summary>Target := a field of an object, or of a class when <see cref="Object"/> is <see cref="Instruction.NoSlot"/>.</summary>
sealed class ReadFieldInstruction(int target, int obj, FieldReference field, Span span) : Instruction(target, span)
{
    public int Object { get; } = obj;
    public FieldReference Field { get; } = field;
}

/// <summary>A field of an object, or of a class when <see cref="Object"/> is <see cref="Instruction.NoSlot"/>, := value.</summary>
sealed class WriteFieldInstruction(int obj, FieldReference field, int value, Span span) : Instruction(NoSlot, span)
{
    public int Object { get; } = obj;
    public FieldReference Field { get; } = field;
    public int Value { get; } = value;
}

/// <summary>Target := array[index]. Indexers of library types are calls.</summary>
sealed class ReadElementInstruction(int target, int array, int index, Span span) : Instruction(target, span)
{
    public int Array { get; } = array;
    public int Index { get; } = index;
}

/// <summary>array[index] := value.</summary>
sealed class WriteElementInstruction(int array, int index, int value, Span span) : Instruction(NoSlot, span)
{
    public int Array { get; } = array;
    public int Index { get; } = index;
    public int Value { get; } = value;
}

/// <summary>Target := a new object of exactly this type, its fields unset. The constructor's call follows as an instruction of its own.</summary>
sealed class AllocateInstruction(int target, string type, Span span) : Instruction(target, span)
{
    public string Type { get; } = type;
}

/// <summary>Target := a new array with these elements, or, when <see cref="Length"/> is a slot, of that length.</summary>
sealed class AllocateArrayInstruction(int target, string elementType, ImmutableArray<int> elements, int length, Span span)
    : Instruction(target, span)
{
    public string ElementType { get; } = elementType;
    public ImmutableArray<int> Elements { get; } = elements;
    public int Length { get; } = length;
}

/// <summary>
/// Target := a function as a value, with the values it captures. The captured values become the first parameters of the function.
/// </summary>
sealed class ClosureInstruction(int target, Function function, ImmutableArray<int> captured, string? type, Span span)
    : Instruction(target, span)
{
    public Function Function { get; } = function;
    public ImmutableArray<int> Captured { get; } = captured;

    /// <summary>The interface or delegate type it becomes, when known.</summary>
    public string? Type { get; } = type;
}

/// <summary>Target := the result of a call.</summary>
sealed class CallInstruction(int target, Callee callee, int receiver, ImmutableArray<int> arguments, Span span) : Instruction(target, span)
{
    public Callee Callee { get; } = callee;

    /// <summary>The slot of the object called upon; <see cref="Instruction.NoSlot"/> for static calls.</summary>
    public int Receiver { get; } = receiver;

    public ImmutableArray<int> Arguments { get; } = arguments;
}

/// <summary>Target := something made of these inputs that the front end could not understand.</summary>
sealed class UnknownInstruction(int target, ImmutableArray<int> inputs, Span span) : Instruction(target, span)
{
    public ImmutableArray<int> Inputs { get; } = inputs;
}
