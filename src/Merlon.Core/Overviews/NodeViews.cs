using System.Collections.Immutable;
using Merlon.Core.Snapshots;
using Merlon.Nodes.Snapshots;

namespace Merlon.Core.Overviews;

/// <summary>A stretch of the list of nodes, by name.</summary>
/// <param name="Filter">What their names hold; empty for all.</param>
/// <param name="Next">Where the next stretch begins; null after the last.</param>
public sealed record NodeStretch(string Filter, ImmutableArray<NodeHead> Nodes, string? Next);

/// <summary>A node in short.</summary>
/// <param name="Sections">What its newest snapshot holds; empty for who may not see it, and before the first.</param>
/// <param name="Scans">Its last scans, newest first; empty for who may not see what they saw.</param>
/// <param name="Changes">What the newest of them saw change.</param>
/// <param name="Events">What happened to it last; empty for who may not read events.</param>
public sealed record NodeSummary(NodeHead Head, ImmutableArray<SnapshotSection> Sections, ImmutableArray<NodeScan> Scans, ImmutableArray<ChangeLine> Changes, ImmutableArray<EventLine> Events);

/// <summary>The packages of a node.</summary>
/// <param name="Vulnerable">Those that an advisory hits, worst first; on the first stretch of an unfiltered list only.</param>
/// <param name="All">A stretch of all of them.</param>
/// <param name="Next">The number that the next stretch begins after; null after the last.</param>
public sealed record NodePackages(NodeHead Head, string Filter, ImmutableArray<NodePackage> Vulnerable, ImmutableArray<NodePackage> All, int? Next);

/// <summary>A stretch of what a node's newest snapshot holds in one section.</summary>
/// <param name="Section">The section's name; empty when there is no snapshot.</param>
/// <param name="Filter">What an item's name or values hold; empty for all.</param>
/// <param name="Next">Where the next stretch begins; null after the last.</param>
public sealed record NodeSection(NodeHead Head, ImmutableArray<SnapshotSection> Sections, string Section, string Filter, ImmutableArray<SnapshotItem> Items, string? Next);

/// <summary>A stretch of what changed on a node, newest first.</summary>
/// <param name="Scan">The scan that saw it; null when all of them are asked for.</param>
/// <param name="Next">The key that the next stretch begins before; null after the last.</param>
public sealed record NodeChangeList(NodeHead Head, long? Scan, ImmutableArray<ChangeLine> Changes, long? Next);
