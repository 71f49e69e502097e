using System.Collections.Immutable;
using Merlon.Core.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes.Packages;

/// <summary>Packages of a machine, one a row.</summary>
public partial class NodePackageTable
{
    /// <summary>The packages.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<NodePackage> Packages { get; set; } = [];
}
