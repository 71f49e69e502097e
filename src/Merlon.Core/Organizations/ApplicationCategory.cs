using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Organizations;

/// <summary>A category that an organization defines and that its applications, and those below it, may carry (IQ calls it a tag).</summary>
public sealed class ApplicationCategory : ITenantOwned, IPlaced
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required Guid Id { get; init; }
    public required long OrganizationKey { get; init; }
    public required string Name { get; set; }
    public required string NameFolded { get; set; }
    public required string Description { get; set; }

    /// <summary>One of the ten colours of the IQ document, as <c>dark-green</c>.</summary>
    public required string Color { get; set; }

    public Placement Placement => new(Organization: OrganizationKey);

    internal sealed class Mapping : IEntityTypeConfiguration<ApplicationCategory>
    {
        public void Configure(EntityTypeBuilder<ApplicationCategory> entity)
        {
            entity.ToTable("application_categories").HasKey(c => new { c.TenantKey, c.Key });
            entity.HasIndex(c => c.Id).IsUnique();
            entity.HasIndex(c => new { c.TenantKey, c.OrganizationKey, c.NameFolded }).IsUnique();
            entity.Ignore(c => c.Placement);
        }
    }
}
