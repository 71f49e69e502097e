using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Search;

/// <summary>
/// A name by which people look for a component: each once per tenant, however many applications and nodes have it. So a part of a name is
/// looked for among some thousands of names, and what has them is found by index. A name that nothing has any more does no harm.
/// </summary>
public sealed class ComponentName : ITenantOwned
{
    public required long TenantKey { get; init; }

    /// <summary>The name, or namespace and name with a slash, folded.</summary>
    public required string NameFolded { get; init; }

    /// <summary>The name as inventories have it.</summary>
    public required string Component { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ComponentName>
    {
        public void Configure(EntityTypeBuilder<ComponentName> entity) => entity.ToTable("component_names").HasKey(n => new { n.TenantKey, n.NameFolded, n.Component });
    }
}
