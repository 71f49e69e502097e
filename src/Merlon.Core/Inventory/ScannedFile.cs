using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Inventory;

/// <summary>A file of a scan, with what was found in it. Readers start from a completed scan.</summary>
public sealed class ScannedFileRow : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long ScanKey { get; init; }

    /// <summary>Rising in path order within the scan.</summary>
    public required long Key { get; init; }

    /// <summary>Relative to the root of the codebase, with '/'.</summary>
    public required string Path { get; init; }
    public required long Size { get; init; }
    public required string Md5 { get; init; }
    public required string Sha1 { get; init; }
    public required bool Binary { get; init; }

    /// <summary>Whether a package was found in it: it stands behind an inventory item.</summary>
    public required bool InInventory { get; init; }

    /// <summary>The evidence as one JSON document; null when there is none.</summary>
    public FileEvidenceDocument? Evidence { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ScannedFileRow>
    {
        public void Configure(EntityTypeBuilder<ScannedFileRow> entity)
        {
            entity.ToTable("scanned_files").HasKey(f => new { f.TenantKey, f.ScanKey, f.Key });
            entity.HasIndex(f => new { f.TenantKey, f.ScanKey, f.Path });
            entity.Property(f => f.Evidence).HasConversion(FileEvidenceDocument.Column);
        }
    }
}
