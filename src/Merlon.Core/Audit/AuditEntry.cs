using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Audit;

/// <summary>One line of the audit log: who did, or was refused, what. Separate from events and never changed.</summary>
public sealed class AuditEntry : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>A login, a token's label, <c>system</c>, or the name that a failed sign-in claimed.</summary>
    public required string Actor { get; init; }
    public long? ActorKey { get; init; }
    public long? TokenKey { get; init; }
    public required string Action { get; init; }
    public required string Resource { get; init; }
    public required string ResourceId { get; init; }

    /// <summary><c>done</c>, <c>refused</c> or <c>failed</c>.</summary>
    public required string Outcome { get; init; }
    public string? Address { get; init; }
    public string? Request { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> entity)
        {
            entity.ToTable("audit").HasKey(a => new { a.TenantKey, a.Key });
            entity.HasIndex(a => new { a.TenantKey, a.At, a.Key });
        }
    }
}
