using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings;

/// <summary>What people say of a finding.</summary>
public enum FindingStatus
{
    /// <summary>Nobody said anything: it counts as open.</summary>
    Unset = 0,
    Fixed = 1,
    Ignored = 2,

    /// <summary>The fault of somebody else's code; only imported reports say so.</summary>
    ThirdParty = 3,
}

/// <summary>A pair of status and assignee that findings have. Rows never change; the pair "unset, nobody" has the key 0 and no row.</summary>
public sealed class FindingTriage : ITenantOwned
{
    /// <summary>What every finding starts with.</summary>
    public static readonly FindingTriage None = new() { TenantKey = 0, Key = 0, Status = FindingStatus.Unset, Assignee = "" };

    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required FindingStatus Status { get; init; }

    /// <summary>An e-mail address, or the login of a user who has none; empty for nobody.</summary>
    public required string Assignee { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FindingTriage>
    {
        public void Configure(EntityTypeBuilder<FindingTriage> entity)
        {
            entity.ToTable("finding_triages").HasKey(t => new { t.TenantKey, t.Key });
            entity.HasIndex(t => new { t.TenantKey, t.Status, t.Assignee }).IsUnique();
            entity.Property(t => t.Status).HasConversion<int>();
        }
    }
}
