using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Rules.Files;

namespace Merlon.Analysis.Dataflow.Models;

/// <summary>A place at a call: its receiver, one of its arguments, all arguments, or its result.</summary>
readonly record struct Place(PlaceKind Kind, int Index = 0)
{
    public override string ToString() => Kind == PlaceKind.Argument ? $"arg{Index}" : Kind.ToString().ToLowerInvariant();

    /// <summary>Reads <c>receiver</c>, <c>result</c>, <c>args</c>, <c>arg0</c>.. ; null when it is none of these.</summary>
    public static Place? Parse(string text) => text switch
    {
        "receiver" => new(PlaceKind.Receiver),
        "result" => new(PlaceKind.Result),
        "args" => new(PlaceKind.Arguments),
        _ when text.StartsWith("arg", StringComparison.Ordinal) && int.TryParse(text[3..], out var index) => new(PlaceKind.Argument, index),
        _ => null,
    };
}

/// <summary>What a <see cref="Place"/> is.</summary>
enum PlaceKind { Receiver, Argument, Arguments, Result }

/// <summary>Taint goes from a place to another.</summary>
readonly record struct TaintFlow(Place From, Place To);

/// <summary>What a library's method does, as far as the analysis cares.</summary>
sealed record MethodModel
{
    /// <summary>The operation of the interpreter that it performs (see <c>Interpretation/Intrinsics</c>), with its arguments.</summary>
    public string? Operation { get; init; }

    /// <summary>The type of the result; <c>$0</c> is the receiver's first type argument.</summary>
    public string? Returns { get; init; }

    /// <summary>The type of the result without type arguments; null when it is one of the receiver's.</summary>
    public string? ErasedResult => Returns is null || Returns.StartsWith('$') ? null : Returns.Split('<')[0];

    /// <summary>Whether the result is null where there is nothing to give.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The flows; null means the default, from receiver and arguments to the result.</summary>
    public ImmutableArray<TaintFlow>? Flows { get; init; }

    /// <summary>The marks that flows put on taint.</summary>
    public ulong Marks { get; init; }

    /// <summary>Marks that flows to the result get where the first argument is a constant text that matches.</summary>
    public ImmutableArray<(TextPattern Pattern, ulong Marks)> MarksByArgument { get; init; } = [];

    /// <summary>The kind of source that the method is, with the place where the data arrives.</summary>
    public string? Source { get; init; }
    public Place SourcePlace { get; init; } = new(PlaceKind.Result);

    /// <summary>The kind of source that it is too when the first argument names something secret, such as a password.</summary>
    public string? SecretSource { get; init; }

    /// <summary>The kind of source that it is too when the first argument names what users are not meant to change, such as a price.</summary>
    public string? AssumedSource { get; init; }

    /// <summary>The kind of source that it is (too) when its first argument stands in the program.</summary>
    public string? FixedSource { get; init; }

    /// <summary>The constants of the first argument for which the method is no source.</summary>
    public ImmutableArray<string> ExceptFor { get; init; } = [];

    /// <summary>All marks that it may put on data, or know of it by its answer.</summary>
    public ulong AllMarks => Marks | Checks | MarksByArgument.Concat(WhenAbsent).Aggregate(0UL, (all, m) => all | m.Marks);

    /// <summary>Marks that the subject carries where the method answered true.</summary>
    public ulong Checks { get; init; }

    /// <summary>Marks that the subject carries where a search for the first argument, when that matches, found nothing.</summary>
    public ImmutableArray<(TextPattern Pattern, ulong Marks)> WhenAbsent { get; init; } = [];

    /// <summary>What the check is about.</summary>
    public Place Checked { get; init; } = new(PlaceKind.Receiver);

    /// <summary>Where the check's regular expression stands; one that lets anything pass is no check.</summary>
    public Place? Pattern { get; init; }

    /// <summary>Marks that the subject must carry already for the check to count, such as a normalised path.</summary>
    public ulong ChecksAfter { get; init; }
}

/// <summary>A library's type: its supertypes and what its methods do.</summary>
sealed class TypeModel(string name)
{
    public string Name { get; } = name;
    public List<string> Supertypes { get; } = [];

    /// <summary>By name, or by <c>name(arity)</c>, which goes before.</summary>
    public Dictionary<string, MethodModel> Methods { get; } = [];

    /// <summary>The values of constant fields: numbers and texts.</summary>
    public Dictionary<string, object> Constants { get; } = [];

    /// <summary>Fields that hold data from outside, with the kind of source.</summary>
    public Dictionary<string, string> FieldSources { get; } = [];

    /// <summary>The types of other fields.</summary>
    public Dictionary<string, string> Fields { get; } = [];

    public MethodModel? Find(string method, int arity) =>
        Methods.TryGetValue($"{method}({arity})", out var exact) ? exact : Methods.GetValueOrDefault(method);
}
