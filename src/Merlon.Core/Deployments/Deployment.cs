using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Deployments;

/// <summary>Where an application runs; the Api Security document calls it an environment. Belongs to one application, may name a group of nodes.</summary>
public sealed class Deployment : ITenantOwned, IPlaced
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required Guid Id { get; init; }
    public required long ApplicationKey { get; init; }

    /// <summary>The application's organization, kept here so that one row decides who may see it.</summary>
    public required long OrganizationKey { get; set; }

    /// <summary>The Guid of the application, as its document shows it.</summary>
    public required Guid ApplicationId { get; init; }
    public required string Name { get; set; }
    public required string NameFolded { get; set; }
    public long? EnvironmentKey { get; set; }
    public bool CompatibilityCheck { get; set; }
    public bool VersionCheck { get; set; }
    public bool SecurityOverrides { get; set; }
    public long Revision { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    public Placement Placement => new(Organization: OrganizationKey, Application: ApplicationKey);

    internal sealed class Mapping : IEntityTypeConfiguration<Deployment>
    {
        public void Configure(EntityTypeBuilder<Deployment> entity)
        {
            entity.ToTable("deployments").HasKey(d => new { d.TenantKey, d.Key });
            entity.HasIndex(d => d.Id).IsUnique();
            entity.HasIndex(d => new { d.TenantKey, d.ApplicationKey, d.NameFolded }).IsUnique();
            entity.Property(d => d.Revision).IsConcurrencyToken();
            entity.Ignore(d => d.Placement);
        }
    }
}
