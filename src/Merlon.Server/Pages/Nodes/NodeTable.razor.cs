using System.Collections.Immutable;
using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes;

/// <summary>Machines with what their newest scans saw.</summary>
public partial class NodeTable
{
    /// <summary>The machines, in the order shown.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<NodeHead> Heads { get; set; } = [];

    private int Longest => Heads.Max(head => head.Vulnerable?.Total ?? 0);
}
