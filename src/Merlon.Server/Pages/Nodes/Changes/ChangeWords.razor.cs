using Merlon.Core.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes.Changes;

/// <summary>How much a scan saw change.</summary>
public partial class ChangeWords
{
    /// <summary>The scan.</summary>
    [Parameter, EditorRequired]
    public NodeScan Scan { get; set; } = null!;
}
