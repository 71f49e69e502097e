using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>Something that the code of a function names, as far as the program as a whole asks about it.</summary>
abstract record Mention;

/// <summary>A call.</summary>
/// <param name="Arity">How many arguments it has.</param>
/// <param name="Handed">The arguments that are constants or the function's own parameters.</param>
sealed record CallMention(Callee Callee, int Arity, ImmutableArray<HandedArgument> Handed) : Mention;

/// <summary>A function that is made a value.</summary>
sealed record ClosureMention(Function Function) : Mention;

/// <summary>An anonymous class that is made an object.</summary>
sealed record AnonymousMention(string Type) : Mention;

/// <summary>A field that is read or written.</summary>
sealed record FieldMention(string? Owner, string Name, FieldMentionKind Kind) : Mention;

/// <summary>What is done with a field.</summary>
enum FieldMentionKind
{
    Read,
    ReadOfClass,
    Write,
}
