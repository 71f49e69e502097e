using Merlon.Nodes;
using Merlon.Nodes.Transports;

namespace Merlon.Core.Engines;

/// <summary>An order to look at a machine and to write its snapshot into a file.</summary>
/// <param name="Node">The node and the way to it.</param>
/// <param name="Snapshot">The file to write; it holds nothing of use unless the report says success.</param>
public sealed record NodeScanOrder(NodeAddress Node, string Snapshot)
{
    /// <summary>The kind of these orders.</summary>
    public const string Kind = "node-scan";

    public NodeScanOptions Options { get; init; } = new();
}

/// <summary>What came of it.</summary>
/// <param name="Refusal">In words why the node could not be reached at all; else null.</param>
/// <param name="Report">The report, unless it was refused.</param>
public sealed record NodeScanAnswer(string? Refusal, NodeScanReport? Report);
