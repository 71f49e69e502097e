using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Environments;

/// <summary>Nodes that are looked after together. A node is in exactly one; each tenant has a default one, which cannot be deleted.</summary>
public sealed class Environment : ITenantOwned, IPlaced
{
    /// <summary>The name that the default environment has at first.</summary>
    public const string DefaultName = "Default";

    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required string Name { get; set; }

    /// <summary>Unique in the tenant.</summary>
    public required string NameFolded { get; set; }
    public string ShortDescription { get; set; } = "";
    public string? Description { get; set; }

    /// <summary>Patterns of node names; see <see cref="NodeNamePatterns"/>.</summary>
    public string NodeRules { get; set; } = "";

    /// <summary>Lighter ones are asked first when a new node looks for its environment.</summary>
    public int Weight { get; set; }
    public bool IsDefault { get; init; }
    public long? CreatedBy { get; init; }
    public long? UpdatedBy { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    public Placement Placement => new(Environment: Key);

    internal sealed class Mapping : IEntityTypeConfiguration<Environment>
    {
        public void Configure(EntityTypeBuilder<Environment> entity)
        {
            entity.ToTable("environments").HasKey(e => new { e.TenantKey, e.Key });
            entity.HasIndex(e => new { e.TenantKey, e.NameFolded }).IsUnique();
            entity.Ignore(e => e.Placement);
        }
    }
}
