using Merlon.Core.Scans;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Words;

/// <summary>Where a scan stands, in one word; why, for whoever points at it.</summary>
public partial class ScanState
{
    /// <summary>The scan.</summary>
    [Parameter, EditorRequired]
    public Scan Scan { get; set; } = null!;
}
