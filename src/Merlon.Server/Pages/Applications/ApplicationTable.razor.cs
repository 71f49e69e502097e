using System.Collections.Immutable;
using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications;

/// <summary>Applications with what their current scans found.</summary>
public partial class ApplicationTable
{
    /// <summary>The applications, in the order shown.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<ApplicationHead> Heads { get; set; } = [];

    private int Longest => Heads.Max(head => head.Open?.Total ?? 0);
}
