using System.Collections.Immutable;
using Merlon.Analysis;
using Merlon.Core.Storage;
using Merlon.Packages.Advisories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Components;

/// <summary>A package that a scan found in a manifest; the same package in two manifests has two rows. Shown once its scan is complete.</summary>
public sealed class ScanPackage : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long ScanKey { get; init; }
    public required long Key { get; init; }

    /// <summary>As the scanner wrote it, canonical.</summary>
    public required string Purl { get; init; }

    /// <summary>The purl without version, qualifiers and subpath.</summary>
    public required string Component { get; init; }

    /// <summary>The bare name, folded: what people search for.</summary>
    public required string NameFolded { get; init; }

    /// <summary>Empty where only a range is known.</summary>
    public required string Version { get; init; }
    public required bool Direct { get; init; }
    public required PackageScope Scope { get; init; }

    /// <summary>Declared licences, as the manifest writes them.</summary>
    public required ImmutableArray<string> Licenses { get; init; }

    /// <summary>The purls that brought it here.</summary>
    public required ImmutableArray<string> Through { get; init; }
    public required string Manifest { get; init; }
    public string? Requirement { get; init; }

    /// <summary>Whether it could be judged at all.</summary>
    public PackageState State { get; set; }

    /// <summary>How many vulnerabilities hit it.</summary>
    public int Vulnerabilities { get; set; }

    /// <summary>The worst of them; null where none hits it or nobody said how bad they are.</summary>
    public FindingSeverity? Severity { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ScanPackage>
    {
        public void Configure(EntityTypeBuilder<ScanPackage> entity)
        {
            entity.ToTable("scan_packages").HasKey(p => new { p.TenantKey, p.ScanKey, p.Key });
            entity.HasIndex(p => new { p.TenantKey, p.NameFolded, p.ScanKey });
            entity.HasIndex(p => new { p.TenantKey, p.Component, p.ScanKey });
            entity.Property(p => p.Scope).HasConversion<int>();
            entity.Property(p => p.State).HasConversion<int>();
            entity.Property(p => p.Severity).HasConversion<int?>();
            entity.Property(p => p.Licenses).HasJson();
            entity.Property(p => p.Through).HasJson();
        }
    }
}
