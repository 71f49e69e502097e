using System.Collections.Immutable;
using Merlon.Core.Overviews;
using Merlon.Nodes.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes.Snapshots;

/// <summary>The sections of a snapshot, with how much each holds.</summary>
public partial class SectionTable
{
    /// <summary>The machine.</summary>
    [Parameter, EditorRequired]
    public NodeHead Head { get; set; } = null!;

    /// <summary>The sections.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<SnapshotSection> Sections { get; set; } = [];
}
