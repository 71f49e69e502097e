using System.Collections.Frozen;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Rules.Files;

namespace Merlon.Analysis.Dataflow.Rules;

/// <summary>What is wrong, how bad, and how it is told to people; which taint it is about and which marks stop it.</summary>
sealed record Rule
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required int Cwe { get; init; }
    public required FindingSeverity Severity { get; init; }

    /// <summary>A weakness, or an insight: not wrong in itself, worth knowing to who maintains the code.</summary>
    public FindingType Type { get; init; } = FindingType.Vuln;

    public FindingConfidence Confidence { get; init; } = FindingConfidence.High;

    /// <summary>The base score, 0.0 to 10.0.</summary>
    public double? Cvss { get; init; }

    /// <summary>The category's name in the Qwiet API.</summary>
    public string? Category { get; init; }

    /// <summary>Whether the category is <c>Potential ...</c> where the data comes from who runs the application.</summary>
    public bool Potential { get; init; }

    public string? Owasp2017 { get; init; }
    public string? Owasp2021 { get; init; }
    public string? Explanation { get; init; }
    public string? Mend { get; init; }

    /// <summary>The kinds of sources it is about.</summary>
    public FrozenSet<string> Sources { get; init; } = [];

    /// <summary>Taint that carries any of these marks is harmless here.</summary>
    public ulong Stops { get; init; }

    /// <summary>Taint counts only where it carries all of these marks.</summary>
    public ulong Needs { get; init; }

    public ImmutableArray<Sink> Sinks { get; init; } = [];

    /// <summary>Annotations of functions, or of their types, whose result is a sink when it is a text.</summary>
    public FrozenSet<string> Returns { get; init; } = [];

    /// <summary>Further weaknesses of the enumeration that it is about: other names for the same fault.</summary>
    public ImmutableArray<int> RelatedCwes { get; init; } = [];

    /// <summary>What declared functions must not be like.</summary>
    public ImmutableArray<FunctionTest> Functions { get; init; } = [];

    /// <summary>Which exposed functions must name who may call them; null when the rule is not about that.</summary>
    public RouteTest? Routes { get; init; }

    /// <summary>Kinds of sources that only those can write who run the application already: what comes from there is at most of medium severity.</summary>
    public FrozenSet<string> OperatorSources { get; init; } = [];

    /// <summary>Constructs of the language, by the names that front ends give them, that must not be there.</summary>
    public FrozenSet<string> Constructs { get; init; } = [];

    public bool Takes(string kind) => Sources.Contains(kind);
}

/// <summary>A method that must not be called with tainted data at these places, or, without places, under these conditions at all.</summary>
/// <param name="Arity">The number of arguments, or null for any.</param>
sealed record Sink(string Type, string Method, int? Arity, ImmutableArray<Place> Places, ImmutableArray<Condition> Conditions)
{
    public Rule Rule { get; set; } = null!;

    public SinkMoment Moment { get; init; }
}

/// <summary>When data does its harm at a sink.</summary>
enum SinkMoment
{
    /// <summary>In the call itself.</summary>
    Now,

    /// <summary>When what the call makes of it is used: a check in between still helps.</summary>
    Later,

    /// <summary>This is such a use; it is told where the thing was made.</summary>
    Use,
}

/// <summary>How a <see cref="Condition"/> tests.</summary>
enum ConditionKind
{
    /// <summary>Some constant that the operand can be matches.</summary>
    Like,

    /// <summary>The operand is known and nothing it can be matches.</summary>
    NotLike,

    /// <summary>Unset or a constant that does not match: something the program forgot to switch on.</summary>
    NotSet,

    /// <summary>The operand's type, exact or declared, matches.</summary>
    Type,

    /// <summary>Neither its exact nor its declared type matches.</summary>
    NotType,

    /// <summary>The operand is an object of a type of the application of whose supertypes none matches.</summary>
    NotA,

    /// <summary>The operand is an object of exactly such a type.</summary>
    ExactType,

    /// <summary>The operand is a text, or an array of bytes or characters, that stands in the program.</summary>
    Constant,

    /// <summary>Some text that the operand can be stands in the program, as one that is taken by default.</summary>
    Written,

    /// <summary>The operand is anything that is the same in every run: a text, a number, an array of them (also one never filled).</summary>
    Fixed,

    /// <summary>The operand is a function that always returns a constant that matches.</summary>
    Returns,

    /// <summary>What the call gives is not looked at.</summary>
    Dropped,

    /// <summary>Holds but where all that the operand can be are constants that match.</summary>
    Unless,

    /// <summary>The operand is a condition that asks for something about data from outside.</summary>
    Tested,
}

/// <summary>A condition on an operand of a call, or on what was set on that operand before (<see cref="Path"/>).</summary>
sealed record Condition(Place Place, ImmutableArray<string> Path, ConditionKind Kind, TextPattern Pattern)
{
    public bool Matches(string text) => Pattern.IsMatch(text);
}
