using Merlon.Core.Overviews;
using Merlon.Server.Pages.Words;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes;

/// <summary>What stands around every page of a machine.</summary>
public partial class NodeShell
{
    /// <summary>The machine.</summary>
    [Parameter, EditorRequired]
    public NodeHead Head { get; set; } = null!;

    /// <summary>The name of the tab that is open.</summary>
    [Parameter, EditorRequired]
    public string Tab { get; set; } = "";

    /// <summary>The page itself.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private IEnumerable<(string Name, string Address, string? Count)> Tabs =>
    [
        ("Overview", Address.OfNode(Head.Node.Key), null),
        ("Packages", Address.OfNodePackages(Head.Node.Key), Head.Seen is { } seen ? Amount.Of(seen.Packages) : null),
        ("Changes", Address.OfNodeChanges(Head.Node.Key), Head.Seen is { } latest ? Amount.Of(latest.Changes.Total) : null),
        ("Snapshot", Address.OfNodeSnapshot(Head.Node.Key), Head.Seen is { } whole ? Amount.Of(whole.Items) : null),
    ];
}
