using Merlon.Core.Nodes;
using Merlon.Core.Snapshots;

namespace Merlon.Core.Overviews;

/// <summary>What stands on top of every page of a node.</summary>
/// <param name="Environment">The name of the environment that it is in.</param>
/// <param name="Last">Its newest scan, whatever became of it; null before the first.</param>
/// <param name="Seen">Its newest scan that left a snapshot; null before the first, and for who may not see what scans saw.</param>
public sealed record NodeHead(Node Node, string Environment, NodeScan? Last, NodeScan? Seen)
{
    /// <summary>Its vulnerable packages by the worst advisory that hits each; null where there is no snapshot to see.</summary>
    public SeverityCounts? Vulnerable => Seen is null ? null : new(Seen.Critical, Seen.High, Seen.Medium, Seen.Low);

    /// <summary>How its packages stand.</summary>
    public PackageCounts Packages => Seen is null ? default : new((int)Seen.Packages, (int)Seen.VulnerablePackages, Seen.Unjudged);

    /// <summary>The name of its operating system; null where none is known.</summary>
    public string? OperatingSystem => Node.OperatingSystemId is { } id ? OperatingSystems.All.FirstOrDefault(system => system.Id == id)?.Name : null;
}
