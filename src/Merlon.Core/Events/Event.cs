using System.Collections.Immutable;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Events;

/// <summary>Something that happened, written in the transaction that made it happen. Consumers claim rows; keys commit out of order.</summary>
public sealed class Event : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }

    /// <summary>The type's name as people filter by it: <c>Node Scanned</c>, <c>Application Created</c>.</summary>
    public required string Type { get; init; }
    public long? EnvironmentKey { get; init; }
    public long? NodeKey { get; init; }
    public long? ApplicationKey { get; init; }

    /// <summary>Who caused it: a login, a token's label, or <c>system</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What is known about it, by name. Never a secret.</summary>
    public required ImmutableSortedDictionary<string, string> Variables { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Event>
    {
        public void Configure(EntityTypeBuilder<Event> entity)
        {
            entity.ToTable("events").HasKey(e => new { e.TenantKey, e.Key });
            entity.Property(e => e.Variables).HasJson();
            entity.HasIndex(e => new { e.TenantKey, e.Type, e.Key });
            entity.HasIndex(e => new { e.TenantKey, e.CreatedAt, e.Key });
            entity.HasIndex(e => new { e.TenantKey, e.NodeKey, e.Key });
        }
    }
}
