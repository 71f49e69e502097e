using System.Collections.Immutable;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Advisories;

/// <summary>One vulnerability of one package; advisories that are aliases of each other are one match.</summary>
public sealed record AdvisoryMatch
{
    public required Purl Package { get; init; }

    /// <summary>The advisory that speaks for the others: a CVE before a GHSA before the rest.</summary>
    public required Advisory Advisory { get; init; }

    /// <summary>Every other id of the vulnerability, sorted.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public Severity Severity { get; init; }

    /// <summary>The vector that the severity was taken from; null where only a word is known, or nothing.</summary>
    public string? CvssVector { get; init; }

    /// <summary>The vector's score, 0.0 to 10.0.</summary>
    public decimal? CvssScore { get; init; }

    /// <summary>The smallest version above the package's that is said to be fixed; null when none is known.</summary>
    public string? FixedIn { get; init; }
}

/// <summary>What could be said of a package.</summary>
public enum PackageState
{
    /// <summary>Compared with advisories; no match then means that none is known.</summary>
    Checked,

    /// <summary>Nothing is known of its ecosystem: neither clean nor vulnerable.</summary>
    NoData,

    /// <summary>The purl names no version, so that nothing can be compared.</summary>
    NoVersion,
}

/// <summary>The answer for one package.</summary>
public sealed record PackageVerdict(Purl Package, PackageState State, ImmutableArray<AdvisoryMatch> Matches);
