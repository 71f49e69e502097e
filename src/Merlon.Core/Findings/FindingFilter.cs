using System.Collections.Immutable;
using Merlon.Core.Findings.Lists;

namespace Merlon.Core.Findings;

/// <summary>Which findings are wanted. An empty list asks for nothing in particular; values of one list are alternatives, lists add up.</summary>
public sealed record FindingFilter
{
    /// <summary>The open ones: what is shown where nobody asks for a status.</summary>
    public static readonly FindingFilter Open = new();

    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>In the words of <see cref="FindingWords.Severity"/>.</summary>
    public ImmutableArray<string> Severities { get; init; } = [];

    /// <summary>Only open ones by default; null for any status.</summary>
    public ImmutableArray<FindingStatus>? Statuses { get; init; } = [FindingStatus.Unset];
    public ImmutableArray<string> Categories { get; init; } = [];
    public ImmutableArray<string> Assignees { get; init; } = [];

    /// <summary>True: with an assignee; false: without; null: either.</summary>
    public bool? Assigned { get; init; }

    /// <summary>Tags; several values of one key are alternatives, keys add up.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>Texts that all stand in title, path or rule, in any case.</summary>
    public ImmutableArray<string> Search { get; init; } = [];

    /// <summary>Decides on what many findings share.</summary>
    internal bool Accepts(ProfileDocument profile, FindingTriage triage) =>
        IsAny(Types, profile.Type)
        && IsAny(Severities, FindingWords.Severity(profile.Severity))
        && (Statuses is not { } statuses || statuses.Contains(triage.Status))
        && IsAny(Categories, profile.Category)
        && (Assignees.IsEmpty || Assignees.Contains(triage.Assignee, StringComparer.OrdinalIgnoreCase))
        && (Assigned is not { } assigned || assigned == triage.Assignee.Length > 0)
        && SharedTags.All(key => profile.Tags.Any(t => t.Key == key.Key && key.Contains(t.Value)));

    /// <summary>Tags that stand in profiles, by key.</summary>
    internal IEnumerable<IGrouping<string, string>> SharedTags => Tags.Where(t => Publishing.FindingDraft.IsShared(t.Key)).GroupBy(t => t.Key, t => t.Value);

    /// <summary>Tags that are looked up finding by finding, by key.</summary>
    internal IEnumerable<IGrouping<string, string>> OwnTags => Tags.Where(t => !Publishing.FindingDraft.IsShared(t.Key)).GroupBy(t => t.Key, t => t.Value);

    private static bool IsAny(ImmutableArray<string> wanted, string value) => wanted.IsEmpty || wanted.Contains(value, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What a list is sorted by; always by id within.</summary>
public enum FindingSort
{
    /// <summary>By id, which is also the order in which findings were found.</summary>
    Id,
    Severity,
}

/// <summary>Which stretch of a list is wanted.</summary>
/// <param name="Page">From 1; not looked at where <paramref name="After"/> is given.</param>
/// <param name="Size">How many findings; 0 for counts alone.</param>
/// <param name="After">Where the page before ended.</param>
public sealed record FindingPaging(int Page = 1, int Size = 50, FindingSort Sort = FindingSort.Id, bool Descending = true, FindingCursor? After = null);
