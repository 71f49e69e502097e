using System.Collections.Immutable;
using Merlon.Core.Findings;
using Merlon.Core.Scans;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>A list of scans.</summary>
sealed record ScanListWire(ImmutableArray<ScanWire> Scans);

/// <summary>A scan. The id is text, as in real answers; the expressions counted are files, since nothing else is counted here.</summary>
sealed record ScanWire(
    string Id, string App, string Version, bool Successful, bool IsDefaultBranch, DateTimeOffset StartedAt, DateTimeOffset CompletedAt, string Language, long NumberOfExpressions,
    IReadOnlyDictionary<string, string> Tags, OssInfoWire OssInfo, ImmutableArray<CountWire> Counts, ImmutableArray<SummaryWire> FindingsSummaries,
    int Total, int TotalFixed, int TotalIgnored, string InternalId)
{
    public static ScanWire From(Scan scan, string app, bool isDefaultBranch, FindingOverview overview, Guid org) => new(
        $"{scan.Number}", app, scan.Version, scan.Status == ScanStatus.Completed, isDefaultBranch, scan.StartedAt, scan.CompletedAt ?? scan.StartedAt, scan.Language, scan.Statistics.Files,
        scan.Tags, OssInfoWire.From(scan), CountWire.From(overview.Counts), SummaryWire.From(overview), overview.Total, overview.Fixed, overview.Ignored,
        $"sl/{org}/{app}/{scan.Version}/{scan.Number}");
}

/// <summary>Whether the dependencies could be judged. Without advisories for an ecosystem nothing was found in it, which is not the same as clean.</summary>
sealed record OssInfoWire(bool Enabled, bool Successful, string? FailureReason)
{
    public static OssInfoWire From(Scan scan) => scan.Counts.WithoutAdvisories is { IsDefaultOrEmpty: false } unknown
        ? new(true, false, $"No advisories have been loaded for {string.Join(", ", unknown)}: dependencies from there were not judged.")
        : new(true, scan.Status == ScanStatus.Completed, scan.Status == ScanStatus.Completed ? null : scan.Message);
}

/// <summary>How many findings of a type have a value of a tag.</summary>
sealed record CountWire(string Key, string Value, string FindingType, int Count)
{
    public static ImmutableArray<CountWire> From(IEnumerable<FindingCount> counts) => [.. counts.Select(c => new CountWire(c.Key, c.Value, c.Type, c.Count))];
}

/// <summary>The findings of one type, summed up; totals leave out what is fixed or ignored.</summary>
sealed record SummaryWire(
    string FindingType, int Total, int TotalReachable, int TotalIgnored, int TotalFixed,
    IReadOnlyDictionary<string, SumWire> BySeverity, IReadOnlyDictionary<string, SumWire> ByCategory, IReadOnlyDictionary<string, SumWire> ByAssignee)
{
    public static ImmutableArray<SummaryWire> From(FindingOverview overview) =>
        [.. overview.Summaries.Select(s => new SummaryWire(s.Type, s.Total, s.Reachable, s.Ignored, s.Fixed, SumWire.From(s.BySeverity), SumWire.From(s.ByCategory), SumWire.From(s.ByAssignee)))];
}

/// <summary>A sum within a summary.</summary>
sealed record SumWire(int Total, int TotalFixed, int TotalIgnored)
{
    public static IReadOnlyDictionary<string, SumWire> From(IEnumerable<KeyValuePair<string, FindingSum>> sums) =>
        sums.ToDictionary(s => s.Key, s => new SumWire(s.Value.Total, s.Value.Fixed, s.Value.Ignored));
}
