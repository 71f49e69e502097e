using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Identity;

/// <summary>On what a role is given.</summary>
public enum RoleLevel
{
    Tenant,
    Organization,
    Application,
    Environment,
    NodeGroup,
}

/// <summary>Who a role is given to.</summary>
public enum MemberKind
{
    User,
    Group,
}

/// <summary>A role given to a user or a group on one resource, and with it on everything below.</summary>
public sealed class RoleAssignment : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required Guid RoleId { get; init; }
    public required MemberKind MemberKind { get; init; }

    /// <summary>The user's login or the group's name, folded.</summary>
    public required string Member { get; init; }

    /// <summary>The name as it was given.</summary>
    public required string MemberName { get; init; }
    public required RoleLevel Level { get; init; }

    /// <summary>The key of the resource; the tenant's own for <see cref="RoleLevel.Tenant"/>.</summary>
    public required long ResourceKey { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RoleAssignment>
    {
        public void Configure(EntityTypeBuilder<RoleAssignment> entity)
        {
            entity.ToTable("role_assignments").HasKey(a => new { a.TenantKey, a.Key });
            entity.HasIndex(a => new { a.TenantKey, a.MemberKind, a.Member, a.Level, a.ResourceKey, a.RoleId }).IsUnique();
            entity.HasIndex(a => new { a.TenantKey, a.Level, a.ResourceKey });
        }
    }
}
