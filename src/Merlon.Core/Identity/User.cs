using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Identity;

/// <summary>A person. The login is unique on the server, compared folded; the user has a home tenant and may belong to others.</summary>
public sealed class User
{
    public required long Key { get; init; }
    public required Guid Id { get; init; }
    public required string Login { get; set; }
    public required string LoginFolded { get; set; }

    /// <summary>Null for users who sign in elsewhere.</summary>
    public string? PasswordHash { get; set; }
    public string FirstName { get; set; } = "";
    public string LastName { get; set; } = "";
    public string Email { get; set; } = "";

    /// <summary>The tenant that Basic authentication and the pages act in.</summary>
    public required long HomeTenantKey { get; set; }
    public bool Disabled { get; set; }

    /// <summary>Changes with every change of password or state; remembered sign-ins and sessions end with it.</summary>
    public required Guid Stamp { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>First and last name, or the login when neither is known.</summary>
    public string DisplayName => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : Login;

    internal sealed class Mapping : IEntityTypeConfiguration<User>
    {
        public void Configure(EntityTypeBuilder<User> entity)
        {
            entity.ToTable("users").HasKey(u => u.Key);
            entity.HasIndex(u => u.LoginFolded).IsUnique();
            entity.HasIndex(u => u.Id).IsUnique();
            entity.Ignore(u => u.DisplayName);
        }
    }
}

/// <summary>A user's belonging to a tenant.</summary>
public sealed class TenantMember : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long UserKey { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TenantMember>
    {
        public void Configure(EntityTypeBuilder<TenantMember> entity)
        {
            entity.ToTable("tenant_members").HasKey(m => new { m.TenantKey, m.UserKey });
            entity.HasIndex(m => m.UserKey);
        }
    }
}
