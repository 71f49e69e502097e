using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Merlon.Analysis;

/// <summary>What a package is needed for.</summary>
[JsonConverter(typeof(LowerCaseEnum<PackageScope>))]
public enum PackageScope { Runtime, Development, Test, Build, Optional, Peer }

/// <summary>A package that the tree contains or depends on.</summary>
public sealed record FoundPackage : ScanResult
{
    /// <summary>A package URL in canonical form; without a version where only a range is known (see <see cref="Requirement"/>).</summary>
    public required string Purl { get; init; }

    /// <summary>Whether the project itself asks for it, or it is the archive or project described itself.</summary>
    public bool Direct { get; init; }

    /// <summary>The purls of the packages that ask for it; empty where nothing but the project does and where the file does not say.</summary>
    public ImmutableArray<string> Through { get; init; } = [];

    public PackageScope Scope { get; init; }

    /// <summary>Declared licences, as the manifest writes them.</summary>
    public ImmutableArray<string> Licenses { get; init; } = [];

    /// <summary>The file that names it, relative to the root; inside an archive, the archive's path, '!' and '/', and the path in it.</summary>
    public required string Manifest { get; init; }

    /// <summary>The version range asked for, where no version is known.</summary>
    public string? Requirement { get; init; }
}

/// <summary>An advisory that hits a package found.</summary>
public sealed record FoundVulnerability : ScanResult
{
    /// <summary>The advisory's id.</summary>
    public required string Id { get; init; }

    /// <summary>Other ids of the same fault.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public required string Purl { get; init; }
    public FindingSeverity? Severity { get; init; }

    /// <summary>The base score, 0.0 to 10.0.</summary>
    public double? Cvss { get; init; }

    public string? CvssVector { get; init; }

    /// <summary>The lowest version above the one found that no longer has the fault; null where none is known.</summary>
    public string? FixedIn { get; init; }

    /// <summary>Whether a flow of the application reaches the faulty code; null where that was not looked at.</summary>
    public bool? Reachable { get; init; }

    public string? Summary { get; init; }

    /// <summary>The file that names the package.</summary>
    public string? Manifest { get; init; }
}
