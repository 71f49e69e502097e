using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings.Publishing;

/// <summary>How a staged finding stood against the application's findings when it was staged.</summary>
internal enum StagedNews
{
    /// <summary>The application has it and it says the same: only its fingerprint is staged.</summary>
    Same,

    /// <summary>The application has it, but it said something else.</summary>
    Changed,

    /// <summary>The application never had it.</summary>
    New,
}

/// <summary>A finding of a scan that is not published yet; the first of several with one fingerprint stays.</summary>
internal sealed class StagedFinding : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long ScanKey { get; init; }
    public required string Fingerprint { get; init; }
    public required StagedNews News { get; init; }
    public required long ProfileKey { get; init; }
    public required string Title { get; init; }
    public required string Path { get; init; }
    public required int Line { get; init; }
    public required string Rule { get; init; }

    /// <summary>A <see cref="Documents.DocumentPlace"/>; 0 where the application has the very same finding.</summary>
    public required long Document { get; init; }
    public required long Digest { get; init; }
    public required byte[] Tags { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StagedFinding>
    {
        public void Configure(EntityTypeBuilder<StagedFinding> entity)
        {
            entity.ToTable("staged_findings").HasKey(f => new { f.TenantKey, f.ScanKey, f.Fingerprint });
            entity.Property(f => f.News).HasConversion<int>();
        }
    }
}
