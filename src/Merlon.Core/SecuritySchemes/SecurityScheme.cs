using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.SecuritySchemes;

/// <summary>
/// A named OAuth2/OpenID Connect client registration of a deployment, with which a gateway logs end users in.
/// Its name is unique among the live schemes of its deployment; a deleted one keeps its history and frees its name.
/// </summary>
public sealed class SecurityScheme : ITenantOwned, IPlaced
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required Guid Id { get; init; }

    /// <summary>0 at first; every change and the deletion add 1.</summary>
    public required long Revision { get; set; }
    public required long DeploymentKey { get; init; }
    public required Guid DeploymentId { get; init; }
    public required long OrganizationKey { get; set; }
    public required long ApplicationKey { get; init; }
    public required string Name { get; init; }

    /// <summary>The live name, or null once deleted: what the unique index holds.</summary>
    public string? LiveName { get; set; }
    public required Provider Provider { get; set; }
    public required string ClientId { get; set; }

    /// <summary>Encrypted; never leaves the server.</summary>
    public required string ProtectedClientSecret { get; set; }
    public required string RedirectUrl { get; set; }
    public required ImmutableArray<string> Scopes { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }

    public Placement Placement => new(Organization: OrganizationKey, Application: ApplicationKey);

    internal sealed class Mapping : IEntityTypeConfiguration<SecurityScheme>
    {
        public void Configure(EntityTypeBuilder<SecurityScheme> entity)
        {
            entity.ToTable("security_schemes").HasKey(s => new { s.TenantKey, s.Key });
            entity.HasIndex(s => s.Id).IsUnique();
            entity.HasIndex(s => new { s.TenantKey, s.DeploymentKey, s.LiveName }).IsUnique();
            entity.Property(s => s.Revision).IsConcurrencyToken();
            entity.Property(s => s.Provider).HasJson();
            entity.Property(s => s.Scopes).HasJson();
            entity.Ignore(s => s.Placement);
        }
    }
}

/// <summary>Who authenticates the end users.</summary>
/// <param name="Type">Google, Facebook, Microsoft, Gitlab or Custom, exactly so.</param>
/// <param name="Name">Of a custom provider only.</param>
/// <param name="IssuerUrl">Of a custom provider only: https, public, without query, fragment or credentials.</param>
public sealed record Provider(string Type, string? Name = null, string? IssuerUrl = null);
