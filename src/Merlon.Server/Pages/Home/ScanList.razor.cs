using System.Collections.Immutable;
using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Home;

/// <summary>Scans of several applications, newest first.</summary>
public partial class ScanList
{
    /// <summary>The scans.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<ScanLine> Scans { get; set; } = [];
}
