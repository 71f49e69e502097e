using System.Collections.Immutable;

namespace Merlon.Packages.Advisories;

/// <summary>What a supplier says of a vulnerability in a product (the four VEX states).</summary>
public enum VexStatus { UnderInvestigation, Affected, NotAffected, Fixed }

/// <summary>One statement of a VEX document.</summary>
public sealed record VexStatement
{
    /// <summary>The vulnerability's id and its other names.</summary>
    public required ImmutableArray<string> Vulnerabilities { get; init; }

    /// <summary>What it is about: purls where the document gives them, else its own names. Empty means everything the document is about.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    public required VexStatus Status { get; init; }

    /// <summary>OpenVEX's word for why it is not affected, like "vulnerable_code_not_in_execute_path".</summary>
    public string? Justification { get; init; }

    /// <summary>Free text: the impact, or what to do.</summary>
    public string? Detail { get; init; }

    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether it says that a package need not be reported for the vulnerability.</summary>
    public bool Suppresses => Status is VexStatus.NotAffected or VexStatus.Fixed;
}
