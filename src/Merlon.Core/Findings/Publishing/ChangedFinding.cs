using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings.Publishing;

/// <summary>New facts about a finding that the application has, on their way into its row: there only inside a transaction that publishes.</summary>
internal sealed class ChangedFinding : ITenantOwned
{
    public required long TenantKey { get; init; }

    /// <summary>The scan that tells them.</summary>
    public required long ScanKey { get; init; }

    /// <summary>The finding's.</summary>
    public required long Key { get; init; }
    public required long ProfileKey { get; init; }
    public required string Title { get; init; }
    public required string Path { get; init; }
    public required int Line { get; init; }
    public required string Rule { get; init; }

    /// <summary>A <see cref="Documents.DocumentPlace"/>.</summary>
    public required long Document { get; init; }
    public required long Digest { get; init; }
    public required byte[] Tags { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ChangedFinding>
    {
        public void Configure(EntityTypeBuilder<ChangedFinding> entity) => entity.ToTable("changed_findings").HasKey(f => new { f.TenantKey, f.ScanKey, f.Key });
    }
}
