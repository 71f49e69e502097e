using Merlon.Core.Snapshots;
using Merlon.Nodes;
using Merlon.Nodes.Transports;

namespace Merlon.Core.Engines;

/// <summary>The node engine in a child process per scan, as snapshots want it.</summary>
internal sealed class ChildNodeCollector(ScanEngines engines, EngineLimits limits) : INodeCollector
{
    public async Task<Collected> Collect(NodeAddress node, NodeScanOptions options, string file, IProgress<NodeScanEvent.SectionStarted> progress, CancellationToken ct)
    {
        var (end, answer) = await engines.ScanNode(new NodeScanOrder(node, file) { Options = options }, limits, progress.Report, ct);
        ct.ThrowIfCancellationRequested();
        if (end is not EngineEnd.Finished) return Collected.Stopped(end is EngineEnd.TimedOut ? NodeScanStatus.Timeout : NodeScanStatus.Exception, end.Message);
        return answer is { Report: { } report } ? Collected.Reported(report) : Collected.Stopped(NodeScanStatus.Error, answer?.Refusal ?? "The engine gave no answer.");
    }
}
