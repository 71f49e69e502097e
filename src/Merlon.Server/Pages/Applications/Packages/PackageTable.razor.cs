using System.Collections.Immutable;
using Merlon.Core.Inventory;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Packages;

/// <summary>Packages, one a row.</summary>
public partial class PackageTable
{
    /// <summary>The packages.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<InventoryItem> Items { get; set; } = [];
}
