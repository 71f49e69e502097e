using System.Collections.Immutable;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Scans;

/// <summary>
/// One look at an application's code. Its results are kept under <see cref="Key"/> while it runs, and nobody sees them before
/// <see cref="Status"/> is <see cref="ScanStatus.Completed"/>.
/// </summary>
public sealed class Scan : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required long ApplicationKey { get; init; }

    /// <summary>1 for the application's first scan, rising by one: the id that people and Qwiet's clients use.</summary>
    public required int Number { get; init; }

    /// <summary>The branch that was scanned; never empty.</summary>
    public required string Branch { get; init; }

    /// <summary>IQ's stage (<c>build</c>, <c>release</c>, ...); null where nobody named one.</summary>
    public string? Stage { get; init; }

    /// <summary>What was scanned: a commit, or the SHA-256 of the upload.</summary>
    public string Version { get; set; } = "";

    /// <summary>The main language, in lower case; empty where there is none.</summary>
    public string Language { get; set; } = "";

    /// <summary>Free tags; always with <c>branch</c>.</summary>
    public required ImmutableSortedDictionary<string, string> Tags { get; init; }
    public ScanStatus Status { get; set; }

    /// <summary>Why it ended otherwise than well.</summary>
    public string? Message { get; set; }

    /// <summary>What scanned: <c>merlon</c>, or the name of the tool whose report this is.</summary>
    public string Tool { get; init; } = "merlon";

    /// <summary>The job that does it; null for a scan delivered from outside.</summary>
    public long? JobKey { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When results last arrived; a running scan that nobody touches for long is dead.</summary>
    public required DateTimeOffset TouchedAt { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Whether rows may lie about that no reader needs: staged ones, or all of a scan that failed.</summary>
    public bool HasLeftovers { get; set; } = true;

    /// <summary>Kept when it was published.</summary>
    public ScanCounts Counts { get; set; } = new();
    public ScanCost Statistics { get; set; } = new();

    internal sealed class Mapping : IEntityTypeConfiguration<Scan>
    {
        public void Configure(EntityTypeBuilder<Scan> entity)
        {
            entity.ToTable("scans").HasKey(s => new { s.TenantKey, s.Key });
            entity.HasIndex(s => new { s.TenantKey, s.ApplicationKey, s.Number }).IsUnique();
            entity.HasIndex(s => new { s.TenantKey, s.ApplicationKey, s.Branch, s.Number });
            entity.HasIndex(s => new { s.HasLeftovers, s.TouchedAt });
            entity.Property(s => s.Tags).HasJson();
            entity.Property(s => s.Counts).HasJson();
            entity.Property(s => s.Statistics).HasJson();
        }
    }
}

/// <summary>Where a scan stands.</summary>
public enum ScanStatus
{
    /// <summary>Results may still arrive; nobody sees any.</summary>
    Running,

    /// <summary>Published, whole.</summary>
    Completed,

    /// <summary>Ended by a failure; nothing of it is kept but this row.</summary>
    Failed,

    /// <summary>Ended by a person; nothing of it is kept but this row.</summary>
    Canceled,
}

/// <summary>What a scan brought, counted when it was published.</summary>
public sealed record ScanCounts
{
    public int Findings { get; init; }

    /// <summary>Findings that no earlier scan of the application had.</summary>
    public int NewFindings { get; init; }

    /// <summary>Findings that the branch's previous scan had and this one has not.</summary>
    public int GoneFindings { get; init; }
    public int Packages { get; init; }

    /// <summary>Packages that an advisory hits.</summary>
    public int VulnerablePackages { get; init; }

    /// <summary>Packages of which nobody can say whether they are vulnerable: no advisories for their ecosystem, or no version.</summary>
    public int UnknownPackages { get; init; }

    /// <summary>How old what is known of each ecosystem was; an ecosystem of a package that is missing here had no advisories at all.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> AdvisoriesAsOf { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Ecosystems of packages found, for which there were no advisories: neither clean nor vulnerable.</summary>
    public ImmutableArray<string> WithoutAdvisories { get; init; } = [];
}

/// <summary>What a scan took.</summary>
/// <param name="Lines">Of the texts among the files; 0 for scans made before lines were counted.</param>
public sealed record ScanCost(long Files = 0, long Bytes = 0, long Lines = 0, double Seconds = 0, long PeakBytes = 0)
{
    /// <summary>What the reader should know: files that could not be read, limits that were reached. At most a hundred.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
