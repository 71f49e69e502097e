using System.Collections.Immutable;
using Merlon.Core.Blobs;

namespace Merlon.Core.Jobs;

/// <summary>What somebody wants done.</summary>
/// <param name="Kind">Which <see cref="IJobHandler"/> does it.</param>
/// <param name="SourceType">The kind of thing it is about.</param>
/// <param name="SourceKey">The key of that thing.</param>
public sealed record JobDraft(string Kind, JobSource SourceType, long? SourceKey = null)
{
    /// <summary>Attempts that a job has where nobody chose another number.</summary>
    public const int DefaultAttempts = 3;

    /// <summary>The source's name, for lists.</summary>
    public string? SourceName { get; init; }
    public long? ApplicationKey { get; init; }
    public long? NodeKey { get; init; }
    public long? EnvironmentKey { get; init; }

    /// <summary>The handler's own JSON.</summary>
    public string Payload { get; init; } = "{}";

    /// <summary>An input that only this job needs.</summary>
    public BlobId? Input { get; init; }

    /// <summary>Not before this instant; at once if null.</summary>
    public DateTimeOffset? NotBefore { get; init; }
    public int MaxAttempts { get; init; } = DefaultAttempts;

    /// <summary>The parts to report on, in order; none if the job is one thing.</summary>
    public ImmutableArray<JobTaskDraft> Tasks { get; init; } = [];
}

/// <summary>A part of a job to report on.</summary>
public sealed record JobTaskDraft(string Label, long? NodeKey = null);
