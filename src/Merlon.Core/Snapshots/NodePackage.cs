using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Merlon.Core.Storage;
using Merlon.Packages.Advisories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Snapshots;

/// <summary>A package that the newest snapshot of a node holds, and what is known against it: answers "where is log4j?".</summary>
public sealed class NodePackage : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long NodeKey { get; init; }

    /// <summary>1, 2, 3 in the order of the snapshot.</summary>
    public required int Sequence { get; init; }
    public required long ScanKey { get; init; }

    /// <summary>The whole purl.</summary>
    public required string Purl { get; init; }

    /// <summary>The purl's name, with its namespace in front where it has one.</summary>
    public required string Name { get; init; }
    public required string NameFolded { get; init; }
    public required string Version { get; init; }

    /// <summary>Whether it was compared with advisories at all: no hits without that do not mean that it is clean.</summary>
    public required PackageState State { get; init; }
    public required int VulnerabilityCount { get; init; }

    /// <summary>The worst of its vulnerabilities.</summary>
    public required Severity Worst { get; init; }

    public required ImmutableArray<NodeVulnerability> Vulnerabilities { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<NodePackage>
    {
        public void Configure(EntityTypeBuilder<NodePackage> entity)
        {
            entity.ToTable("node_packages").HasKey(p => new { p.TenantKey, p.NodeKey, p.Sequence });
            entity.HasIndex(p => new { p.TenantKey, p.NameFolded, p.NodeKey, p.Sequence });
            entity.HasIndex(p => new { p.TenantKey, p.Worst, p.NodeKey });
            entity.Property(p => p.State).HasConversion<int>();
            entity.Property(p => p.Worst).HasConversion<int>();
            entity.Property(p => p.Vulnerabilities).HasJson();
        }
    }
}

/// <summary>An advisory that hits a package.</summary>
/// <param name="Score">CVSS, 0.0 to 10.0; null where none is known.</param>
/// <param name="FixedIn">The smallest version that is said to be fixed.</param>
public sealed record NodeVulnerability(string Id, Severity Severity, decimal? Score, string? FixedIn, ImmutableArray<string> Aliases)
{
    /// <summary>The id that people know: its CVE where it has one.</summary>
    [JsonIgnore]
    public string DisplayId => Aliases.IsDefault ? Id : Aliases.FirstOrDefault(alias => alias.StartsWith("CVE-", StringComparison.Ordinal), Id);
}
