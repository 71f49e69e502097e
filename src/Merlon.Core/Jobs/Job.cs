using Merlon.Core.Blobs;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Jobs;

/// <summary>
/// A piece of work that outlives its request. The row alone decides what is still to do: schedulers only hint at it, so losing or
/// repeating a hint does no harm. A worker owns it from a claim to its end, and every write of the worker names that claim.
/// </summary>
public sealed class Job : ITenantOwned, IPlaced
{
    public required long TenantKey { get; init; }

    /// <summary>Shown as a whole number by three of the APIs.</summary>
    public required long Key { get; init; }

    /// <summary>Which <see cref="IJobHandler"/> does it.</summary>
    public required string Kind { get; init; }
    public required JobLane Lane { get; init; }
    public required JobSource SourceType { get; init; }
    public long? SourceKey { get; init; }

    /// <summary>The source's name as it was when the job was queued.</summary>
    public string? SourceName { get; init; }
    public required JobStatus Status { get; set; }

    /// <summary>0 to 100.</summary>
    public int Percent { get; set; }
    public string? ProgressText { get; set; }

    /// <summary>How often it was begun, not counting runs that a graceful stop interrupted.</summary>
    public int Attempts { get; set; }
    public required int MaxAttempts { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; set; }

    /// <summary>The login or token label that asked for it, or <c>system</c>.</summary>
    public required string RequestedBy { get; init; }
    public long? RequestedByKey { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not before this instant.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? ActivatedAt { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }
    public long? ApplicationKey { get; init; }
    public long? NodeKey { get; init; }
    public long? EnvironmentKey { get; init; }

    /// <summary>The handler's own JSON.</summary>
    public required string Payload { get; set; }

    /// <summary>An input that only this job needs; let go when the job completes.</summary>
    public BlobId? Input { get; set; }
    public bool CancelRequested { get; set; }

    /// <summary>The worker that runs it; see <see cref="Running.WorkerName"/>.</summary>
    public string? Owner { get; set; }

    /// <summary>Grows with every claim; a worker whose number is old has lost the job.</summary>
    public long Claim { get; set; }
    public DateTimeOffset? HeartbeatAt { get; set; }

    /// <summary>When anything about it last changed.</summary>
    public DateTimeOffset UpdatedAt => CompletedAt ?? HeartbeatAt ?? ActivatedAt ?? QueuedAt;

    public Placement Placement => new(Application: ApplicationKey, Environment: EnvironmentKey);

    internal sealed class Mapping : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> entity)
        {
            entity.ToTable("jobs").HasKey(j => new { j.TenantKey, j.Key });
            entity.HasIndex(j => new { j.Status, j.Lane, j.DueAt, j.Key });
            entity.HasIndex(j => new { j.TenantKey, j.ApplicationKey, j.Key });
            entity.HasIndex(j => new { j.TenantKey, j.NodeKey, j.Key });
            entity.HasIndex(j => new { j.TenantKey, j.CompletedAt });
            entity.HasIndex(j => j.Input);
            entity.Property(j => j.Status).HasConversion<int>();
            entity.Property(j => j.Lane).HasConversion<int>();
            entity.Property(j => j.Claim).IsConcurrencyToken();
            entity.Ignore(j => j.Placement).Ignore(j => j.UpdatedAt);
        }
    }
}
