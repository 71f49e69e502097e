using Merlon.Core.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes;

/// <summary>Where a scan of a machine stands; nothing for one that went well.</summary>
public partial class NodeScanPill
{
    /// <summary>The scan.</summary>
    [Parameter, EditorRequired]
    public NodeScan Scan { get; set; } = null!;
}
