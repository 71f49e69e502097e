using System.Collections.Immutable;
using Merlon.Nodes;
using Merlon.Nodes.Transports;

namespace Merlon.Core.Snapshots;

/// <summary>Looks at a node from this process.</summary>
internal sealed class InProcessNodeCollector : INodeCollector
{
    public async Task<Collected> Collect(NodeAddress node, NodeScanOptions options, Stream output, IProgress<NodeScanEvent.SectionStarted> progress, CancellationToken ct)
    {
        var choice = NodeTransports.For(node);
        if (choice.Transport is not { } transport) return Refused(choice.Refusal!);
        await using (transport)
        {
            var report = await Merlon.Nodes.NodeScan.ToSnapshot(transport, options, output, progress, ct);
            return report.Succeeded
                ? new(NodeScanStatus.Success, report, null)
                : new(NodeScanStatus.Failure, report, string.Join(" ", report.Steps.Where(s => !s.Succeeded).SelectMany(s => s.Messages)));
        }
    }

    private static Collected Refused(string why) =>
        new(NodeScanStatus.Error, new NodeScanReport([new ScanStep("generate_node_scan", Succeeded: false, ImmutableSortedDictionary<string, int>.Empty, [why])]), why);
}
