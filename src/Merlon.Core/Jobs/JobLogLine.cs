using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Jobs;

/// <summary>A line of a job's log. A log holds at most <see cref="MaxLines"/> lines; what comes after is dropped, and the last line says so.</summary>
public sealed class JobLogLine : ITenantOwned
{
    /// <summary>Lines kept per job, over all attempts.</summary>
    public const int MaxLines = 1000;

    /// <summary>Characters kept per line.</summary>
    public const int MaxLength = 2000;

    public required long TenantKey { get; init; }
    public required long JobKey { get; init; }

    /// <summary>1, 2, 3 over all attempts.</summary>
    public required int Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<JobLogLine>
    {
        public void Configure(EntityTypeBuilder<JobLogLine> entity) =>
            entity.ToTable("job_log").HasKey(l => new { l.TenantKey, l.JobKey, l.Sequence });
    }
}
