using Merlon.Analysis.Trees;
using Merlon.Core.Blobs;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Codebases;

/// <summary>One archive of an application's codebase. Its codebase is everything that was uploaded since the last upload that replaced what was there.</summary>
public sealed class CodebaseUpload : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required long ApplicationKey { get; init; }

    /// <summary>The archive as it came.</summary>
    public required BlobId Blob { get; init; }

    /// <summary>Bytes of the archive.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the archive, lower-case hex.</summary>
    public required string Digest { get; init; }

    /// <summary>How far archives inside it are opened.</summary>
    public required ExpansionLevel Level { get; init; }
    public required bool DeleteArchives { get; init; }

    /// <summary>Appended to the name of a folder made from an inner archive.</summary>
    public required string FolderSuffix { get; init; }
    public required string UploadedBy { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CodebaseUpload>
    {
        public void Configure(EntityTypeBuilder<CodebaseUpload> entity)
        {
            entity.ToTable("codebase_uploads").HasKey(u => new { u.TenantKey, u.Key });
            entity.HasIndex(u => new { u.TenantKey, u.ApplicationKey, u.Key });
            entity.HasIndex(u => u.Blob);
            entity.Property(u => u.Blob).HasConversion<BlobId.Column>();
        }
    }
}
