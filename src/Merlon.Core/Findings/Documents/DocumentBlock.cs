using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings.Documents;

/// <summary>
/// The <see cref="FindingDocument"/>s of a few findings that one scan told, compressed together. Written once, while the scan is staged: publishing
/// only makes findings point into it, and a rescan that says the same writes none.
/// </summary>
internal sealed class DocumentBlock : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }

    /// <summary>The scan that told them.</summary>
    public required long ScanKey { get; init; }

    /// <summary>See <see cref="BlockCodec"/>.</summary>
    public required byte[] Documents { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DocumentBlock>
    {
        public void Configure(EntityTypeBuilder<DocumentBlock> entity)
        {
            entity.ToTable("finding_documents").HasKey(d => new { d.TenantKey, d.Key });
            entity.HasIndex(d => new { d.TenantKey, d.ScanKey });
        }
    }
}
