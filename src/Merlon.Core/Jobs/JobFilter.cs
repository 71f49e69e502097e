using System.Collections.Immutable;

namespace Merlon.Core.Jobs;

/// <summary>Which jobs to list, newest first. What is null does not filter.</summary>
public sealed record JobFilter
{
    public string? Kind { get; init; }
    public ImmutableArray<JobStatus> Statuses { get; init; } = [];
    public JobSource? SourceType { get; init; }
    public ImmutableArray<JobSource> SourceTypes { get; init; } = [];
    public long? SourceKey { get; init; }
    public long? ApplicationKey { get; init; }
    public long? NodeKey { get; init; }
    public long? EnvironmentKey { get; init; }

    /// <summary>Jobs older than the one with this key: the last key of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>Rows before the page, for the documents that number pages.</summary>
    public int Skip { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Take { get; init; } = 50;
}
