using System.Collections.Immutable;
using Merlon.Analysis;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Inventory;

/// <summary>
/// A component version that an application contains or depends on. Recognised by its purl from scan to scan, so that what a person
/// decided about it stays; one that the last scan no longer found is kept but not shown.
/// </summary>
public sealed class InventoryItem : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required long ApplicationKey { get; init; }

    /// <summary>1 for the application's first item, rising.</summary>
    public required int Number { get; init; }

    /// <summary>Name, version and licence, as people read them.</summary>
    public required string Name { get; set; }

    /// <summary>Canonical, with the version where one is known. Unique in the application.</summary>
    public required string Purl { get; init; }
    public required string Component { get; init; }

    /// <summary>Empty where only a range is known.</summary>
    public required string Version { get; init; }

    /// <summary>The purl's type: where the component comes from.</summary>
    public required string Forge { get; init; }

    /// <summary>The declared licence as an SPDX expression; empty when none is declared.</summary>
    public required string License { get; set; }
    public required LicensePriority Priority { get; set; }
    public required PackageScope Scope { get; set; }
    public required bool Direct { get; set; }

    /// <summary>The files that name it, at most a thousand.</summary>
    public required ImmutableArray<string> Files { get; set; }

    /// <summary>What advisories say about it, worst first.</summary>
    public required ImmutableArray<ItemVulnerability> Vulnerabilities { get; set; }
    public ReviewStatus Review { get; set; }
    public bool Published { get; set; }
    public required long FirstScanKey { get; init; }

    /// <summary>The last scan that found it.</summary>
    public required long LastScanKey { get; set; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<InventoryItem>
    {
        public void Configure(EntityTypeBuilder<InventoryItem> entity)
        {
            entity.ToTable("inventory_items").HasKey(i => new { i.TenantKey, i.Key });
            entity.HasIndex(i => new { i.TenantKey, i.ApplicationKey, i.Purl }).IsUnique();
            entity.HasIndex(i => new { i.TenantKey, i.ApplicationKey, i.LastScanKey, i.Number });
            entity.HasIndex(i => new { i.TenantKey, i.Component });
            entity.Property(i => i.Files).HasJson();
            entity.Property(i => i.Vulnerabilities).HasJson();
        }
    }
}

/// <summary>What an advisory says about an item.</summary>
/// <param name="Score">CVSS base score; null when unknown.</param>
public sealed record ItemVulnerability(string Id, ImmutableArray<string> Aliases, FindingSeverity? Severity, double? Score, string? Vector, string? FixedIn, string? Summary)
{
    /// <summary>The CVE among id and aliases where there is one, else the id.</summary>
    public string DisplayId => Id.StartsWith("CVE-", StringComparison.Ordinal) ? Id : Aliases.FirstOrDefault(alias => alias.StartsWith("CVE-", StringComparison.Ordinal)) ?? Id;
}

/// <summary>Where the review of an item stands.</summary>
public enum ReviewStatus
{
    Draft,
    ReadyToReview,
    Approved,
    Rejected,
}
