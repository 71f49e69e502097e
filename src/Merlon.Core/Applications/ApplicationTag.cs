using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Applications;

/// <summary>The link that puts a category on an application; a new link gets a new <see cref="Id"/>.</summary>
public sealed class ApplicationTag : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long ApplicationKey { get; init; }
    public required long CategoryKey { get; init; }
    public required Guid Id { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ApplicationTag>
    {
        public void Configure(EntityTypeBuilder<ApplicationTag> entity)
        {
            entity.ToTable("application_tags").HasKey(t => new { t.TenantKey, t.ApplicationKey, t.CategoryKey });
            entity.HasIndex(t => new { t.TenantKey, t.CategoryKey });
        }
    }
}
