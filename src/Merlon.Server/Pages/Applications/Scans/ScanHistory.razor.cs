using System.Collections.Immutable;
using Merlon.Core.Scans;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Scans;

/// <summary>The scans of an application with what each brought.</summary>
public partial class ScanHistory
{
    private const int Columns = 30;

    /// <summary>The scans, newest first.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<Scan> Scans { get; set; } = [];

    private ImmutableArray<Scan> Complete => [.. Scans.Where(scan => scan.Status == ScanStatus.Completed).Take(Columns).Reverse()];
}
