using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Jobs;

/// <summary>A part of a job that is reported on its own: one node of a group scan, one step.</summary>
public sealed class JobTask : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required Guid Id { get; init; }
    public required long JobKey { get; init; }

    /// <summary>1, 2, 3 in the order of the job.</summary>
    public required int Sequence { get; init; }
    public required string Label { get; init; }
    public required JobTaskStatus Status { get; set; }
    public long? NodeKey { get; init; }

    /// <summary>The step being done, in words.</summary>
    public string? Step { get; set; }

    /// <summary>What a person reads when it failed; the end of it when it is long.</summary>
    public string? Log { get; set; }

    /// <summary>What it did, as the JSON that task reports carry.</summary>
    public string? Report { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<JobTask>
    {
        public void Configure(EntityTypeBuilder<JobTask> entity)
        {
            entity.ToTable("job_tasks").HasKey(t => new { t.TenantKey, t.Key });
            entity.Property(t => t.Status).HasConversion<int>();
            entity.HasIndex(t => new { t.TenantKey, t.JobKey, t.Sequence }).IsUnique();
            entity.HasIndex(t => new { t.TenantKey, t.NodeKey, t.Key });
        }
    }
}

/// <summary>Where a task stands. Those from <see cref="Success"/> on are final.</summary>
public enum JobTaskStatus
{
    Pending,

    /// <summary>Handed to an agent or connection manager, which has not begun.</summary>
    Assigned,
    Processing,
    Success,
    Failure,
    Offline,
    Canceled,
    TimedOut,
    Error,
}
