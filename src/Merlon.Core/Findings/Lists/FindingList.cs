using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings.Lists;

/// <summary>
/// Which findings a scan has, counted: for each combination of profile and triage how many. A tenant has one more, with the scan key 0,
/// of the findings in all its applications' current scans; its row is also what writers of a tenant's findings lock.
/// </summary>
public sealed class FindingList : ITenantOwned
{
    /// <summary>The scan key of the list over all current scans.</summary>
    public const long OfTenant = 0;

    public required long TenantKey { get; init; }
    public required long ScanKey { get; init; }

    /// <summary>0 for the list over all current scans.</summary>
    public required long ApplicationKey { get; init; }
    public long Revision { get; set; }

    /// <summary>How many nobody has settled.</summary>
    public int Open { get; set; }
    public int Fixed { get; set; }
    public int Ignored { get; set; }

    /// <summary>Of the open ones, as are the next four.</summary>
    public int Critical { get; set; }
    public int High { get; set; }
    public int Medium { get; set; }
    public int Low { get; set; }
    public int Info { get; set; }

    /// <summary>A packed <see cref="FindingTally"/>.</summary>
    public byte[] Tally { get; set; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<FindingList>
    {
        public void Configure(EntityTypeBuilder<FindingList> entity)
        {
            entity.ToTable("finding_lists").HasKey(l => new { l.TenantKey, l.ScanKey });
            entity.HasIndex(l => new { l.TenantKey, l.ApplicationKey, l.ScanKey });
        }
    }
}

/// <summary>The findings of a list whose keys share all but the lowest bits, with their own tally, so that a reader can skip a page without looking into it.</summary>
public sealed class FindingListPage : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long ScanKey { get; init; }

    /// <summary><see cref="PageCodec.PageOf"/> of the keys on it.</summary>
    public required long Number { get; init; }

    /// <summary>A packed <see cref="FindingTally"/>.</summary>
    public required byte[] Tally { get; set; }

    /// <summary>See <see cref="PageCodec"/>.</summary>
    public required byte[] Entries { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FindingListPage>
    {
        public void Configure(EntityTypeBuilder<FindingListPage> entity) => entity.ToTable("finding_list_pages").HasKey(p => new { p.TenantKey, p.ScanKey, p.Number });
    }
}
