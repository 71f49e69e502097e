using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Applications;

/// <summary>
/// What people ship. Code Insight calls it a project and shows <see cref="Key"/>, IQ shows <see cref="Id"/>, Qwiet shows <see cref="PublicId"/>.
/// <see cref="PublicId"/> and <see cref="Name"/> are unique in the tenant, compared folded.
/// </summary>
public sealed class Application : ITenantOwned, IPlaced
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required Guid Id { get; init; }
    public required long OrganizationKey { get; set; }
    public required string PublicId { get; set; }
    public required string PublicIdFolded { get; set; }
    public required string Name { get; set; }
    public required string NameFolded { get; set; }
    public string? Description { get; set; }

    /// <summary>Login of the person to ask; IQ's contact, Code Insight's owner.</summary>
    public string? Contact { get; set; }

    /// <summary>Grows by one with every change; the Api Security document's optimistic lock.</summary>
    public long Revision { get; set; }

    /// <summary>Labels by key, as Qwiet shows them (<c>group</c> names the app group).</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The settings that only the Code Insight document has.</summary>
    public ProjectSettings Project { get; set; } = new();

    /// <summary>The branch whose last complete scan is what the application shows; null until one is named or scanned.</summary>
    public string? DefaultBranch { get; set; }

    /// <summary>The last complete scan of the default branch; null before the first. Kept by the scans' publisher.</summary>
    public long? CurrentScanKey { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    public Placement Placement => new(Organization: OrganizationKey, Application: Key);

    internal sealed class Mapping : IEntityTypeConfiguration<Application>
    {
        public void Configure(EntityTypeBuilder<Application> entity)
        {
            entity.ToTable("applications").HasKey(a => new { a.TenantKey, a.Key });
            entity.HasIndex(a => a.Id).IsUnique();
            entity.HasIndex(a => new { a.TenantKey, a.PublicIdFolded }).IsUnique();
            entity.HasIndex(a => new { a.TenantKey, a.NameFolded }).IsUnique();
            entity.HasIndex(a => new { a.TenantKey, a.OrganizationKey, a.Key });
            entity.Property(a => a.Revision).IsConcurrencyToken();
            entity.Property(a => a.Labels).HasJson();
            entity.Property(a => a.Project).HasJson();
            entity.Ignore(a => a.Placement);
        }
    }
}
