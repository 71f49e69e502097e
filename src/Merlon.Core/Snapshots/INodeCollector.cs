using Merlon.Nodes;
using Merlon.Nodes.Transports;

namespace Merlon.Core.Snapshots;

/// <summary>Looks at a node. Where it runs (in this process, in a child with limits) is its own business.</summary>
public interface INodeCollector
{
    /// <summary>Looks at the node and writes what it saw to <paramref name="file"/> as a snapshot.</summary>
    /// <returns>How it went; the file holds nothing of use unless it succeeded. A node that no transport reaches is a <see cref="NodeScanStatus.Error"/>.</returns>
    Task<Collected> Collect(NodeAddress node, NodeScanOptions options, string file, IProgress<NodeScanEvent.SectionStarted> progress, CancellationToken ct);
}

/// <summary>How a collection went.</summary>
/// <param name="Message">Why it did not succeed; null when it did.</param>
public sealed record Collected(NodeScanStatus Status, NodeScanReport Report, string? Message)
{
    /// <summary>The scan ran to its end and says itself how it went.</summary>
    public static Collected Reported(NodeScanReport report) => report.Succeeded
        ? new(NodeScanStatus.Success, report, null)
        : new(NodeScanStatus.Failure, report, string.Join(" ", report.Steps.Where(s => !s.Succeeded).SelectMany(s => s.Messages)));

    /// <summary>It did not begin, or did not get to its end.</summary>
    public static Collected Stopped(NodeScanStatus status, string why) => new(status, new NodeScanReport([]), why);
}
