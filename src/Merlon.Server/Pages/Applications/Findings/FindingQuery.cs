using System.Collections.Immutable;
using Merlon.Core.Findings;

namespace Merlon.Server.Pages.Applications.Findings;

/// <summary>What the address of a list of findings asks for. What it does not understand does not narrow.</summary>
sealed record FindingQuery(string? Severity, string? Type, string? Status, string? Text, string? Sort, int Page)
{
    private const int PageSize = 50;
    private const int MaxText = 200;
    private const int MaxPage = 1_000_000;

    /// <summary>Reads the query of an address.</summary>
    public static FindingQuery Read(string? severity, string? type, string? status, string? q, string? sort, string? page) =>
        new(severity, type, status, q?.Trim() is { Length: > 0 and <= MaxText } text ? text : null, sort, int.TryParse(page, out var number) && number is > 0 and <= MaxPage ? number : 1);

    /// <summary>Only what is asked for.</summary>
    public FindingFilter Filter => new()
    {
        Severities = Severity is { Length: > 0 } severity && FindingWords.ReadSeverity(severity) is { } word ? [word] : [],
        Types = Type is { Length: > 0 } type ? [type] : [],
        Statuses = Statuses,
        Search = Text is null ? [] : [Text],
    };

    /// <summary>The stretch asked for; worst first unless newest first is wanted.</summary>
    public FindingPaging Paging => new(Page, PageSize, Sort == "newest" ? FindingSort.Id : FindingSort.Severity);

    private ImmutableArray<FindingStatus>? Statuses => Status switch
    {
        "all" => null,
        "fixed" => [FindingStatus.Fixed],
        "ignored" => [FindingStatus.Ignored],
        _ => [FindingStatus.Unset, FindingStatus.ThirdParty],
    };
}
