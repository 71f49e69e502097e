using System.Collections.Immutable;

namespace Merlon.Core.Scans;

/// <summary>What a scan about to start is asked to be.</summary>
public sealed record ScanDraft
{
    /// <summary>The application's default branch, else <c>main</c>, if null.</summary>
    public string? Branch { get; init; }
    public string? Stage { get; init; }

    /// <summary>A commit or a digest of the upload; may be set later.</summary>
    public string Version { get; init; } = "";
    public string Language { get; init; } = "";
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    public string Tool { get; init; } = "merlon";

    /// <summary>The job that scans. A second start for the same job continues the same scan, from nothing.</summary>
    public long? JobKey { get; init; }
}
