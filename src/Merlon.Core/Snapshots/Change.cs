using Merlon.Core.Storage;
using Merlon.Nodes.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Snapshots;

/// <summary>What happened to one configuration item from one scan of a node to the next. Never changed.</summary>
public sealed class Change : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required long NodeKey { get; init; }

    /// <summary>The scan that saw it.</summary>
    public required long ScanKey { get; init; }
    public required long PreviousScanKey { get; init; }

    /// <summary>The environment that the node was in.</summary>
    public required long EnvironmentKey { get; init; }
    public required ChangeKind Kind { get; init; }
    public required string Section { get; init; }

    /// <summary>The item's own name.</summary>
    public required string Name { get; init; }

    /// <summary>All names from section to item: a JSON list.</summary>
    public required string Path { get; init; }

    /// <summary>The attributes that differ as they were: a JSON object; null for an added item.</summary>
    public string? Old { get; init; }

    /// <summary>The attributes that differ as they are; null for a removed item.</summary>
    public string? New { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Change>
    {
        public void Configure(EntityTypeBuilder<Change> entity)
        {
            entity.ToTable("changes").HasKey(c => new { c.TenantKey, c.Key });
            entity.HasIndex(c => new { c.TenantKey, c.NodeKey, c.Key });
            entity.HasIndex(c => new { c.TenantKey, c.ScanKey, c.Key });
            entity.HasIndex(c => new { c.TenantKey, c.CreatedAt, c.Key });
            entity.Property(c => c.Kind).HasConversion<int>();
        }
    }
}
