using System.Collections.Immutable;

namespace Merlon.Packages.Advisories;

/// <summary>
/// A vulnerability as the OSV schema (1.7) describes it: what it is, how bad, and which versions of which packages it hits.
/// Texts are as published; the lists are never default.
/// </summary>
public sealed record Advisory
{
    public required string Id { get; init; }

    /// <summary>Other ids of the very same vulnerability.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Ids of the vulnerabilities that a distribution's advisory collects; not aliases, one advisory may have many.</summary>
    public ImmutableArray<string> Upstream { get; init; } = [];

    public string Summary { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Details { get; init; } = "";

    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset Modified { get; init; }

    /// <summary>Set when the publisher took it back: it then hits nothing.</summary>
    public DateTimeOffset? Withdrawn { get; init; }

    public ImmutableArray<AdvisorySeverity> Severities { get; init; } = [];

    /// <summary>The database's own word ("HIGH", "MODERATE"), where it gives one for the whole advisory.</summary>
    public string? DatabaseSeverity { get; init; }

    public ImmutableArray<AffectedPackage> Affected { get; init; } = [];
    public ImmutableArray<AdvisoryReference> References { get; init; } = [];

    /// <summary>Like "CWE-79".</summary>
    public ImmutableArray<string> Cwes { get; init; } = [];
}

/// <summary>A severity as published: the type ("CVSS_V3", "Ubuntu", ...) says how to read the score (a vector, a word).</summary>
public sealed record AdvisorySeverity(string Type, string Score);

/// <summary>Where more is to be read; the type is OSV's ("ADVISORY", "FIX", "WEB", ...).</summary>
public sealed record AdvisoryReference(string Type, string Url);
