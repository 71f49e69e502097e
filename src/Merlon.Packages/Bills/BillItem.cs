using System.Collections.Immutable;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Bills;

/// <summary>One thing that a bill says. A reader streams them: problems as they are met, the header last.</summary>
public abstract record BillItem;

/// <summary>What the bill says of itself.</summary>
public sealed record BillHeader : BillItem
{
    public BillFormat Format { get; init; }

    /// <summary>The specification's version, like "1.6" or "SPDX-2.3"; empty where the document names none.</summary>
    public string SpecVersion { get; init; } = "";

    /// <summary>CycloneDX's serial number, SPDX's document namespace.</summary>
    public string? SerialNumber { get; init; }

    public string? Name { get; init; }
    public DateTimeOffset? Created { get; init; }

    /// <summary>The component that the bill is about.</summary>
    public BillComponent? Subject { get; init; }

    /// <summary>What made the bill, as "name version".</summary>
    public ImmutableArray<string> Tools { get; init; } = [];
}

/// <summary>A component. Nested ones follow their parent and name it.</summary>
public sealed record BillComponent : BillItem
{
    /// <summary>By which the bill's other parts name it; null when it has none.</summary>
    public string? Ref { get; init; }

    /// <summary>The ref of the component that it is part of.</summary>
    public string? Parent { get; init; }

    /// <summary>CycloneDX's word: library, application, operating-system, file, ...</summary>
    public string Kind { get; init; } = "library";

    public string? Group { get; init; }
    public string Name { get; init; } = "";
    public string? Version { get; init; }

    /// <summary>Null when it has none, or none that can be read.</summary>
    public Purl? Purl { get; init; }

    public string? Cpe { get; init; }
    public string? Description { get; init; }
    public string? Publisher { get; init; }
    public string? Copyright { get; init; }

    /// <summary>CycloneDX's word: required (also when nothing is said), optional, excluded.</summary>
    public string? Scope { get; init; }

    public ImmutableArray<BillLicense> Licenses { get; init; } = [];
    public ImmutableArray<BillHash> Hashes { get; init; } = [];
}

/// <summary>One licence statement: an SPDX id or expression, or only a name.</summary>
/// <param name="Value">The id, expression or name.</param>
/// <param name="IsExpression">Whether the value is SPDX; else it is a free name.</param>
/// <param name="Acknowledgement">"declared", "concluded", or null.</param>
public sealed record BillLicense(string Value, bool IsExpression, string? Acknowledgement = null);

/// <summary>A digest; the algorithm is CycloneDX's word ("SHA-256"), the value hexadecimal.</summary>
public sealed record BillHash(string Algorithm, string Value);

/// <summary>What a component depends on, by refs.</summary>
public sealed record BillDependency(string Ref, ImmutableArray<string> DependsOn) : BillItem;

/// <summary>A vulnerability that the bill itself tells of, with its author's judgement.</summary>
public sealed record BillVulnerability : BillItem
{
    public string Id { get; init; } = "";
    public string? Source { get; init; }
    public string? Description { get; init; }
    public string? Recommendation { get; init; }

    /// <summary>The worst of the ratings.</summary>
    public Severity Severity { get; init; }

    /// <summary>A rating's vector, where there is one that can be read.</summary>
    public string? CvssVector { get; init; }

    /// <summary>Like "CWE-79".</summary>
    public ImmutableArray<string> Cwes { get; init; } = [];

    /// <summary>Refs of the components it affects.</summary>
    public ImmutableArray<string> Affects { get; init; } = [];

    /// <summary>CycloneDX's words; null where nothing is said.</summary>
    public string? AnalysisState { get; init; }

    public string? AnalysisJustification { get; init; }
    public string? AnalysisDetail { get; init; }
}

/// <summary>What breaks the rules, and where: a JSON pointer or the path of elements.</summary>
public sealed record BillProblem(string Path, string What) : BillItem;
