using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Identity;

/// <summary>
/// One credential in up to three forms: a bearer (JWT-shaped, for clients that read its claims), a key pair
/// <c>Token token="key+secret"</c>, and Basic <c>key:secret</c>. Only digests of the secrets are kept.
/// </summary>
public sealed class AccessToken : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }

    /// <summary>The <c>jti</c> of the bearer.</summary>
    public required Guid Id { get; init; }
    public required string Label { get; set; }

    /// <summary>Why it was made, in its maker's words.</summary>
    public string? Description { get; init; }

    /// <summary>The user it acts for; null when it acts by <see cref="RoleId"/> alone.</summary>
    public long? UserKey { get; init; }

    /// <summary>The role it is narrowed to (with a user) or acts by (without).</summary>
    public Guid? RoleId { get; init; }

    /// <summary>The APIs it is good for.</summary>
    public required ApiName Apis { get; init; }

    /// <summary><c>access</c> or <c>integration</c>, as the Qwiet document shows it.</summary>
    public string Kind { get; init; } = "access";

    /// <summary>SHA-256 of the whole bearer, hex; null when it has none.</summary>
    public string? BearerDigest { get; init; }

    /// <summary>The public half of the key pair, 64 hex digits; null when it has none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>SHA-256 of the secret half, hex.</summary>
    public string? SecretDigest { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AccessToken>
    {
        public void Configure(EntityTypeBuilder<AccessToken> entity)
        {
            entity.ToTable("access_tokens").HasKey(t => new { t.TenantKey, t.Key });
            entity.HasIndex(t => t.Id).IsUnique();
            entity.HasIndex(t => t.ApiKey).IsUnique();
            entity.Property(t => t.Apis).HasConversion<int>();
        }
    }
}

/// <summary>A token just made, with its secrets: shown once, never kept.</summary>
public sealed record IssuedToken(AccessToken Token, string Bearer, string ApiKey, string SecretKey)
{
    /// <summary>Leaves the secrets out.</summary>
    public override string ToString() => $"IssuedToken {{ {Token.Label} }}";
}
