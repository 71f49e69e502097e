using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Words;

/// <summary>How many packages there are, and how many of them are vulnerable or cannot be judged.</summary>
public partial class PackageCountWords
{
    /// <summary>The counts.</summary>
    [Parameter, EditorRequired]
    public PackageCounts Packages { get; set; }
}
