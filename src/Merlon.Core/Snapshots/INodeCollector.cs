using Merlon.Nodes;
using Merlon.Nodes.Transports;

namespace Merlon.Core.Snapshots;

/// <summary>Looks at a node. Where it runs (in this process, in a child with limits) is its own business.</summary>
public interface INodeCollector
{
    /// <summary>Looks at the node and writes what it saw to <paramref name="output"/> as a snapshot.</summary>
    /// <returns>How it went; nothing was written unless it succeeded. A node that no transport reaches is a <see cref="NodeScanStatus.Error"/>.</returns>
    Task<Collected> Collect(NodeAddress node, NodeScanOptions options, Stream output, IProgress<NodeScanEvent.SectionStarted> progress, CancellationToken ct);
}

/// <summary>How a collection went.</summary>
/// <param name="Message">Why it did not succeed; null when it did.</param>
public sealed record Collected(NodeScanStatus Status, NodeScanReport Report, string? Message);
