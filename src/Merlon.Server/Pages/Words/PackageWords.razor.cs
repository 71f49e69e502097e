using Merlon.Core.Scans;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Words;

/// <summary>How many packages a scan found, and how many of them are vulnerable or cannot be judged.</summary>
public partial class PackageWords
{
    /// <summary>The scan's counts.</summary>
    [Parameter, EditorRequired]
    public ScanCounts Counts { get; set; } = null!;
}
