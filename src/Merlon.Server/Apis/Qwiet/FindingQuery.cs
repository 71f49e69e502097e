using System.Collections.Immutable;
using Merlon.Core.Findings;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Outcomes;
using Merlon.Core.Scans;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>What of a finding is shown.</summary>
sealed record FindingShape(bool Details = true, bool Description = true, bool RelatedFindings = true, bool Dataflows = false)
{
    /// <summary>Whether the value of a secret is asked for; heard only where one finding is read.</summary>
    public bool Reveal { get; init; }

    /// <summary>Reads all keys; everything that is wrong is told at once.</summary>
    public static Task<Outcome<FindingShape>> Read(IQueryCollection keys) => QueryReader.Read(keys, Read);

    public static FindingShape Read(QueryReader query)
    {
        var fields = query.All("fields").SelectMany(f => f.Split(',')).ToHashSet(StringComparer.Ordinal);
        return new(!fields.Contains("-details"), !fields.Contains("-description"), !fields.Contains("-related_findings"), query.Flag("include_dataflows")) { Reveal = query.Flag("reveal") };
    }
}

/// <summary>The query of a list of findings.</summary>
sealed record FindingQuery(ScanChoice Scan, ScanReference? Source, FindingDiff? Diff, FindingFilter Filter, FindingPaging Paging, FindingShape Shape)
{
    /// <summary>The key that <c>next_page</c> carries: where the page before ended.</summary>
    public const string AfterKey = "after";

    private const int DefaultSize = 50;
    private const int LargestSize = 250;

    /// <summary>Reads all keys; everything that is wrong is told at once.</summary>
    public static Task<Outcome<FindingQuery>> Read(IQueryCollection keys) => QueryReader.Read(keys, Read);

    /// <summary>Reads all keys, noting in the reader what is wrong.</summary>
    public static FindingQuery Read(QueryReader reader) => new(
        new ScanChoice { Number = reader.Number("scan"), Version = reader.One("version"), Tags = reader.Pairs("tags") },
        ReadSource(reader), reader.Choice("diff", ("new", FindingDiff.New), ("regression", FindingDiff.Regression), ("common", FindingDiff.Common), ("fixed", FindingDiff.Fixed)),
        ReadFilter(reader), ReadPaging(reader), FindingShape.Read(reader));

    private static FindingFilter ReadFilter(QueryReader reader) => new()
    {
        Types = reader.All("type"),
        Severities = [.. reader.All("severity").Select(word => FindingWords.ReadSeverity(word) ?? reader.Wrong("severity", word, "one of low, medium, high, critical", ""))],
        Statuses = ReadStatuses(reader),
        Categories = reader.All("category"),
        Assignees = reader.All("assignee"),
        Assigned = reader.Choice("assignment", ("unassigned", false), ("assigned", true)),
        Tags = [.. reader.Pairs("finding_tags"), .. reader.Pairs("details_tags")],
        Search = reader.All("search"),
    };

    private static ImmutableArray<FindingStatus>? ReadStatuses(QueryReader reader)
    {
        var words = reader.All("status");
        if (words.IsEmpty) return [FindingStatus.Unset];
        if (words.Contains("any", StringComparer.OrdinalIgnoreCase)) return null;
        return [.. words.Select(word => word.ToLowerInvariant() switch
        {
            "unset" => FindingStatus.Unset,
            "fixed" => FindingStatus.Fixed,
            "ignored" => FindingStatus.Ignored,
            "3rdparty" => FindingStatus.ThirdParty,
            _ => reader.Wrong("status", word, "one of unset, fixed, ignored, 3rdparty, any", FindingStatus.Unset),
        })];
    }

    private static FindingPaging ReadPaging(QueryReader reader)
    {
        var after = reader.One(AfterKey) is { } text ? FindingCursor.TryParse(text, out var cursor) ? cursor : reader.Wrong<FindingCursor?>(AfterKey, text, "what a next_page carried", null) : null;
        var sort = reader.One("sort")?.ToLowerInvariant() == "severity" ? FindingSort.Severity : FindingSort.Id;
        var ascending = reader.Choice("order", ("asc", true), ("desc", false)) ?? false;
        var size = reader.Number("per_page", DefaultSize, 1, LargestSize);
        return new(reader.Number("page", 1, 1, int.MaxValue), reader.Flag("only_counts") ? 0 : size, sort, !ascending, after);
    }

    private static ScanReference? ReadSource(QueryReader reader) =>
        reader.One("source") is { } text ? ScanReference.Parse(text) ?? reader.Wrong<ScanReference?>("source", text, "scan.<number> or tag.<key>=<value>", null) : null;
}

/// <summary>The query of the organization's summary. The scans it sums up are those of the default branches in any case, unless tags name others.</summary>
sealed record SummaryQuery(ScanFilter Scans, ImmutableArray<string> Types)
{
    public static Task<Outcome<SummaryQuery>> Read(IQueryCollection keys) => QueryReader.Read(keys, Read);

    public static SummaryQuery Read(QueryReader reader)
    {
        reader.Flag("default_branch");
        return new(new ScanFilter(reader.Pairs("tags")), reader.All("type"));
    }
}
