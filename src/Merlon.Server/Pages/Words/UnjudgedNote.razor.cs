using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Words;

/// <summary>That packages could not be judged, where that is so. Having no advisories never reads as being clean.</summary>
public partial class UnjudgedNote
{
    /// <summary>How the packages stand.</summary>
    [Parameter, EditorRequired]
    public PackageCounts Packages { get; set; }
}
