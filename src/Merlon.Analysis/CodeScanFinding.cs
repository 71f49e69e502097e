using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Merlon.Analysis;

/// <summary>What a finding is about.</summary>
[JsonConverter(typeof(LowerCaseEnum<FindingType>))]
public enum FindingType
{
    /// <summary>A weakness in the code.</summary>
    Vuln,

    Secret,

    /// <summary>Not wrong in itself, worth knowing.</summary>
    Insight,
}

/// <summary>How bad it is, in growing order.</summary>
[JsonConverter(typeof(LowerCaseEnum<FindingSeverity>))]
public enum FindingSeverity { Info, Low, Medium, High, Critical }

/// <summary>How sure the scanner is, in growing order.</summary>
[JsonConverter(typeof(LowerCaseEnum<FindingConfidence>))]
public enum FindingConfidence { Low, Medium, High }

/// <summary>Something wrong, or worth knowing, at a place in the code.</summary>
public sealed record Finding : ScanResult
{
    public required FindingType Type { get; init; }

    /// <summary>The rule's stable id.</summary>
    public required string Rule { get; init; }

    /// <summary>The number of the weakness in the Common Weakness Enumeration.</summary>
    public int? Cwe { get; init; }

    public required FindingSeverity Severity { get; init; }
    public FindingConfidence Confidence { get; init; } = FindingConfidence.High;

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Markdown: why it matters here and how to mend it.</summary>
    public string? Description { get; init; }

    /// <summary>Relative to the root, with '/'.</summary>
    public required string Path { get; init; }

    /// <summary>1-based.</summary>
    public required int Line { get; init; }

    /// <summary>1-based, in characters; 0 when not known.</summary>
    public int Column { get; init; }

    /// <summary>From source to sink; empty when the finding is not about a flow.</summary>
    public ImmutableArray<FlowStep> Flow { get; init; } = [];

    /// <summary>The same for the same fault in every later scan: built from the rule and normalised code, never from line numbers,
    /// and never from a secret's value in a form that gives it away.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Further facts by name, such as <c>category</c>, <c>owasp_2021_category</c>, <c>source_method</c>; a name may repeat.</summary>
    public ImmutableArray<FindingTag> Tags { get; init; } = [];

    /// <summary>Of a finding of type <see cref="FindingType.Secret"/> only.</summary>
    public FoundSecret? Secret { get; init; }
}

/// <summary>One step of a flow.</summary>
/// <param name="Symbol">The variable, field or call that carries the value.</param>
/// <param name="Type">The symbol's type, as the language writes it.</param>
/// <param name="Code">The source text of the step, one line.</param>
/// <param name="Method">The enclosing method's full name.</param>
public sealed record FlowStep(
    string Path, int Line, string Symbol, string? Type = null, string? Code = null, string? Method = null);

/// <summary>A named fact about a finding.</summary>
public sealed record FindingTag(string Key, string Value);
