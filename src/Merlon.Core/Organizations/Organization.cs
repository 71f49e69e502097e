using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Organizations;

/// <summary>A node of a tenant's tree. The root has no parent, and its key is the tenant's key.</summary>
public sealed class Organization : ITenantOwned, IPlaced
{
    /// <summary>Name of the child of the root that takes applications made without naming an organization.</summary>
    public const string SandboxName = "Sandbox Organization";

    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The parent's key; null for the root alone.</summary>
    public long? ParentKey { get; set; }

    /// <summary>Unique in the tenant, compared folded.</summary>
    public required string Name { get; set; }
    public required string NameFolded { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>True for the tenant itself.</summary>
    public bool IsRoot => ParentKey is null;

    public Placement Placement => new(Organization: Key);

    /// <summary>The tenant this organization belongs to, when it is the root.</summary>
    public TenantId AsTenant() => IsRoot ? new(Key, Id) : throw new InvalidOperationException("Only a root is a tenant.");

    internal sealed class Mapping : IEntityTypeConfiguration<Organization>
    {
        public void Configure(EntityTypeBuilder<Organization> entity)
        {
            entity.ToTable("organizations").HasKey(o => new { o.TenantKey, o.Key });
            entity.HasIndex(o => o.Id).IsUnique();
            entity.HasIndex(o => new { o.TenantKey, o.NameFolded }).IsUnique();
            entity.Ignore(o => o.Placement);
        }
    }
}
