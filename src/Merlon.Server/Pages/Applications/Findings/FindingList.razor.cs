using System.Collections.Immutable;
using Merlon.Core.Findings;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Findings;

/// <summary>Findings, one an entry.</summary>
public partial class FindingList
{
    /// <summary>The findings, in the order shown.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<FindingView> Findings { get; set; } = [];
}
