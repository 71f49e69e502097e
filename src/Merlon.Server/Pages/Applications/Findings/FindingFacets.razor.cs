using System.Collections.Immutable;
using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Findings;

/// <summary>The open findings as a picture, and links that narrow the list beside it.</summary>
public partial class FindingFacets
{
    private static readonly string[] Statuses = ["open", "ignored", "fixed", "all"];

    /// <summary>Addresses of the list with one thing changed.</summary>
    [Parameter, EditorRequired]
    public FindingLinks Links { get; set; } = null!;

    /// <summary>All open findings.</summary>
    [Parameter, EditorRequired]
    public SeverityCounts Open { get; set; }

    /// <summary>How many open findings there are of each type.</summary>
    [Parameter, EditorRequired]
    public ImmutableSortedDictionary<string, int> Types { get; set; } = ImmutableSortedDictionary<string, int>.Empty;

    private static string? Current(bool chosen) => chosen ? "true" : null;
}
