using Merlon.Core.Inventory;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Packages;

/// <summary>A vulnerable package, with its advisories to unfold.</summary>
public partial class PackageDetails
{
    /// <summary>The package.</summary>
    [Parameter, EditorRequired]
    public InventoryItem Item { get; set; } = null!;

    // Only where one version settles all of it; else the list says which settles what.
    private string? FixedIn => Item.Vulnerabilities.Select(advisory => advisory.FixedIn).Distinct().ToArray() is [{ } single] ? single : null;
}
