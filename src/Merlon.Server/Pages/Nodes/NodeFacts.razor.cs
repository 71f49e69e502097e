using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes;

/// <summary>What a machine is and how it is reached.</summary>
public partial class NodeFacts
{
    /// <summary>The machine.</summary>
    [Parameter, EditorRequired]
    public NodeHead Head { get; set; } = null!;

    private IEnumerable<(string Name, string? Value)> Facts =>
    [
        ("Operating system", Head.OperatingSystem),
        ("Environment", Head.Environment),
        ("Address", Head.Node.IpAddress),
        ("Hardware address", Head.Node.MacAddress),
        ("External id", Head.Node.ExternalId),
        ("Reached by", Head.Node.Medium?.ToString().ToLowerInvariant()),
        ("Description", Head.Node.Description),
    ];
}
