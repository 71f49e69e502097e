using System.Collections.Immutable;
using Merlon.Core.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes;

/// <summary>The last scans of a machine, with what each saw change.</summary>
public partial class NodeScanList
{
    private const int Most = 10;

    /// <summary>The scans, newest first.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<NodeScan> Scans { get; set; } = [];

    private ImmutableArray<NodeScan> Seen => [.. Scans.Where(scan => scan.Status == NodeScanStatus.Success).Reverse()];
}
