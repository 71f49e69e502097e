using System.Collections.Immutable;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Merlon.Nodes;
using Merlon.Nodes.Transports;

namespace Merlon.Core.Engines;

/// <summary>The node engine in a child process per scan, as snapshots want it.</summary>
internal sealed class ChildNodeCollector(ScanEngines engines, EngineLimits limits, StorageOptions storage) : INodeCollector
{
    public async Task<Collected> Collect(NodeAddress node, NodeScanOptions options, Stream output, IProgress<NodeScanEvent.SectionStarted> progress, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(storage.Data, "scratch", Guid.CreateVersion7().ToString("N")));
        try
        {
            var file = Path.Combine(folder.FullName, "snapshot");
            var (end, answer) = await engines.ScanNode(new NodeScanOrder(node, file) { Options = options }, limits, progress.Report, ct);
            ct.ThrowIfCancellationRequested();
            if (end is not EngineEnd.Finished) return NotSeen(end is EngineEnd.TimedOut ? NodeScanStatus.Timeout : NodeScanStatus.Exception, end.Message);
            if (answer is not { Report: { } report }) return NotSeen(NodeScanStatus.Error, answer?.Refusal ?? "The engine gave no answer.");
            if (!report.Succeeded) return new(NodeScanStatus.Failure, report, string.Join(' ', report.Steps.Where(s => !s.Succeeded).SelectMany(s => s.Messages)));

            await using var snapshot = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
            await snapshot.CopyToAsync(output, ct);
            return new(NodeScanStatus.Success, report, null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Collected NotSeen(NodeScanStatus status, string why) =>
        new(status, new NodeScanReport([new ScanStep("generate_node_scan", Succeeded: false, ImmutableSortedDictionary<string, int>.Empty, [why])]), why);
}
