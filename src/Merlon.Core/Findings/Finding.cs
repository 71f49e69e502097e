using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings;

/// <summary>
/// A fault of an application, the same one in every scan and branch that has its fingerprint. Facts are those of the scan that saw it last;
/// what people decided (<see cref="TriageKey"/>) no scan changes.
/// </summary>
public sealed class Finding : ITenantOwned
{
    public required long TenantKey { get; init; }

    /// <summary>The id that people and clients use; rising, so that a later one was found later.</summary>
    public required long Key { get; init; }
    public required long ApplicationKey { get; init; }

    /// <summary>The scanner's own name for the fault, unique in the application.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The <see cref="FindingProfile"/>: what it shares with many others.</summary>
    public required long ProfileKey { get; set; }

    /// <summary>The <see cref="FindingTriage"/>; 0 when nobody decided anything.</summary>
    public required long TriageKey { get; set; }
    public required string Title { get; set; }
    public required string Path { get; set; }

    /// <summary>1-based; 0 where it is not about a line.</summary>
    public required int Line { get; set; }
    public required string Rule { get; set; }

    /// <summary>Where the <see cref="FindingDocument"/> with everything else lies: a <see cref="Documents.DocumentPlace"/>.</summary>
    public required long Document { get; set; }

    /// <summary>Of all facts together: equal means that a rescan changed nothing.</summary>
    public required long Digest { get; set; }

    /// <summary>The <see cref="FindingTag"/>s it is found by.</summary>
    public required byte[] Tags { get; set; }
    public required long FirstScanKey { get; init; }
    public required int FirstScanNumber { get; init; }

    /// <summary>The version that the first scan looked at.</summary>
    public required string FirstVersion { get; init; }

    /// <summary>The scan that last changed a fact.</summary>
    public required long TouchedScanKey { get; set; }

    /// <summary>The scan in which it was missed first; null while it is there.</summary>
    public long? GoneScanKey { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Finding>
    {
        public void Configure(EntityTypeBuilder<Finding> entity)
        {
            entity.ToTable("findings").HasKey(f => new { f.TenantKey, f.Key });
            entity.HasIndex(f => new { f.TenantKey, f.ApplicationKey, f.Fingerprint }).IsUnique();
        }
    }
}
