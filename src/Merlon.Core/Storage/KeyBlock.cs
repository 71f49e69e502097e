using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Storage;

/// <summary>The next key to hand out for a kind of entity.</summary>
public sealed class KeyBlock
{
    /// <summary>The entity, in snake case.</summary>
    public required string Kind { get; init; }

    /// <summary>The first key not handed out yet.</summary>
    public required long Next { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<KeyBlock>
    {
        public void Configure(EntityTypeBuilder<KeyBlock> entity) => entity.ToTable("key_blocks").HasKey(block => block.Kind);
    }
}
