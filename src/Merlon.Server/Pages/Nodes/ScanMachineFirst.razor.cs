using Merlon.Core.Nodes;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes;

/// <summary>What to do with a machine that was never looked at.</summary>
public partial class ScanMachineFirst
{
    /// <summary>The machine.</summary>
    [Parameter, EditorRequired]
    public Node Node { get; set; } = null!;
}
