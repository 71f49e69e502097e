using System.Text.Json;
using Merlon.Nodes;
using Merlon.Nodes.Transports;

namespace Merlon.Core.Engines.Child;

/// <summary>Looks at a machine and writes its snapshot.</summary>
internal sealed class NodeScanEngine : IEngine
{
    public string Kind => NodeScanOrder.Kind;

    public async Task Run(JsonElement order, EngineOutput output, CancellationToken ct)
    {
        var scan = order.Deserialize<NodeScanOrder>(EngineJson.Options)!;
        var choice = NodeTransports.For(scan.Node);
        if (choice.Transport is not { } transport)
        {
            output.Summary(new NodeScanAnswer(choice.Refusal, null));
            return;
        }
        await using (transport)
        await using (var snapshot = new FileStream(scan.Snapshot, FileMode.Create, FileAccess.Write))
        {
            var report = await NodeScan.ToSnapshot(transport, scan.Options, snapshot, new Telling(output), ct);
            await snapshot.FlushAsync(ct);
            output.Summary(new NodeScanAnswer(null, report));
        }
    }

    private sealed class Telling(EngineOutput output) : IProgress<NodeScanEvent.SectionStarted>
    {
        public void Report(NodeScanEvent.SectionStarted value) => output.Progress(value);
    }
}
