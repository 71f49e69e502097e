using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings;

/// <summary>A person's judgement on a finding. The last one holds; the earlier ones stay as history.</summary>
public sealed class FindingDecision : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required long ApplicationKey { get; init; }
    public required long FindingKey { get; init; }
    public required FindingStatus Status { get; init; }

    /// <summary>In the person's words; null where none were given.</summary>
    public string? Reason { get; init; }

    /// <summary>Who decided: a login or a token's label.</summary>
    public required string Actor { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When the finding becomes open again; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>True once a later decision took its place, or it expired.</summary>
    public bool Superseded { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FindingDecision>
    {
        public void Configure(EntityTypeBuilder<FindingDecision> entity)
        {
            entity.ToTable("finding_decisions").HasKey(d => new { d.TenantKey, d.Key });
            entity.HasIndex(d => new { d.TenantKey, d.FindingKey, d.Key });
            entity.HasIndex(d => new { d.Superseded, d.ExpiresAt });
            entity.Property(d => d.Status).HasConversion<int>();
        }
    }
}
