using System.Collections.Immutable;
using Merlon.Core.Findings.Lists;

namespace Merlon.Core.Findings;

/// <summary>A finding with all that is known of it.</summary>
/// <param name="Document">What is told only when somebody looks at it.</param>
/// <param name="Application">The public id of the application.</param>
public sealed record FindingView(Finding Finding, ProfileDocument Profile, FindingTriage Triage, FindingDocument Document, string Application)
{
    /// <summary>The secret in clear, once <see cref="Secrets.SecretReveals"/> showed it to this caller; else null.</summary>
    public string? Revealed { get; init; }

    /// <summary>Leaves a revealed secret out.</summary>
    public override string ToString() => $"FindingView {{ {Finding.Rule}/{Finding.Fingerprint} }}";
}

/// <summary>How many findings of a type have a value of a tag.</summary>
public sealed record FindingCount(string Key, string Value, string Type, int Count);

/// <summary>A stretch of a list.</summary>
/// <param name="Counts">Over everything that matches, not over this stretch.</param>
/// <param name="Total">How many match.</param>
/// <param name="Next">Where the next stretch begins; null after the last.</param>
public sealed record FindingListing(ImmutableArray<FindingView> Findings, ImmutableArray<FindingCount> Counts, int Total, FindingCursor? Next);

/// <summary>The findings of one type in a list, summed up.</summary>
/// <param name="Total">The open ones: neither fixed nor ignored.</param>
public sealed record FindingSummary(string Type, int Total, int Reachable, int Ignored, int Fixed)
{
    public required ImmutableSortedDictionary<string, FindingSum> BySeverity { get; init; }
    public required ImmutableSortedDictionary<string, FindingSum> ByCategory { get; init; }
    public required ImmutableSortedDictionary<string, FindingSum> ByAssignee { get; init; }

    /// <summary>Summaries of one type as one.</summary>
    internal static FindingSummary Together(IEnumerable<FindingSummary> parts)
    {
        var all = parts.ToList();
        return new(all[0].Type, all.Sum(s => s.Total), all.Sum(s => s.Reachable), all.Sum(s => s.Ignored), all.Sum(s => s.Fixed))
        {
            BySeverity = Sum(all.SelectMany(s => s.BySeverity)),
            ByCategory = Sum(all.SelectMany(s => s.ByCategory)),
            ByAssignee = Sum(all.SelectMany(s => s.ByAssignee)),
        };
    }

    private static ImmutableSortedDictionary<string, FindingSum> Sum(IEnumerable<KeyValuePair<string, FindingSum>> parts) => parts
        .GroupBy(p => p.Key, p => p.Value)
        .ToImmutableSortedDictionary(g => g.Key, g => new FindingSum(g.Sum(s => s.Total), g.Sum(s => s.Fixed), g.Sum(s => s.Ignored)), StringComparer.Ordinal);
}

/// <summary>Open, fixed and ignored findings.</summary>
public sealed record FindingSum(int Total, int Fixed, int Ignored);

/// <summary>What a list holds in all.</summary>
public sealed record FindingOverview(ImmutableArray<FindingSummary> Summaries, ImmutableArray<FindingCount> Counts)
{
    /// <summary>Of nothing.</summary>
    public static readonly FindingOverview Empty = new([], []);

    /// <summary>Several lists as one.</summary>
    public static FindingOverview Together(IEnumerable<FindingOverview> parts)
    {
        var all = parts.ToList();
        return new(
            [.. all.SelectMany(p => p.Summaries).GroupBy(s => s.Type).OrderBy(g => g.Key, StringComparer.Ordinal).Select(FindingSummary.Together)],
            [.. all.SelectMany(p => p.Counts).GroupBy(c => (c.Key, c.Value, c.Type)).Select(g => g.First() with { Count = g.Sum(c => c.Count) })]);
    }

    public int Total => Summaries.Sum(s => s.Total);
    public int Fixed => Summaries.Sum(s => s.Fixed);
    public int Ignored => Summaries.Sum(s => s.Ignored);
}
