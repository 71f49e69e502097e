using Merlon.Core.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes.Packages;

/// <summary>A vulnerable package of a machine, with its advisories to unfold.</summary>
public partial class NodePackageDetails
{
    /// <summary>The package.</summary>
    [Parameter, EditorRequired]
    public NodePackage Package { get; set; } = null!;

    // Only where one version settles all of it; else the list says which settles what.
    private string? FixedIn => Package.Vulnerabilities.Select(advisory => advisory.FixedIn).Distinct().ToArray() is [{ } single] ? single : null;
}
