using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Merlon.Nodes.Collection;
using Merlon.Nodes.Snapshots;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes;

/// <summary>The one door to looking at a machine: a transport and options in, a stream of what was found out, section by section.</summary>
public static class NodeScan
{
    /// <summary>
    /// Looks at the node behind the transport. Nothing is held back: an item is told as soon as it is known. A section that
    /// fails ends incomplete and the scan goes on; only a node whose system is not known ends it.
    /// </summary>
    public static async IAsyncEnumerable<NodeScanEvent> Run(
        INodeTransport transport, NodeScanOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var system = await OperatingSystemFacts.Detect(transport, cancellation);
        yield return new NodeScanEvent.StepEnded(Detected(system, transport));
        if (system is null) yield break;

        var chosen = Sections.All.Where(c => options.Sections?.Contains(c.Section) ?? true).ToList();
        var counts = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var messages = ImmutableArray.CreateBuilder<string>();
        messages.AddRange(options.NotSupported.Select(name => $"The scan option {name} is not supported yet."));
        for (var i = 0; i < chosen.Count; i++)
        {
            yield return new NodeScanEvent.SectionStarted(chosen[i].Section, i + 1, chosen.Count);
            var scan = new SectionScan(chosen[i], new CollectionContext(transport, options, system));
            await foreach (var item in scan.Items(cancellation)) yield return new NodeScanEvent.ItemFound(item);
            yield return new NodeScanEvent.SectionEnded(chosen[i].Section, scan.State, scan.Count);
            counts[$"number_of_{chosen[i].Counted}_found"] = scan.Count;
            messages.AddRange(scan.Messages);
        }

        yield return new NodeScanEvent.StepEnded(new ScanStep("generate_node_scan", Succeeded: true, counts.ToImmutable(), messages.ToImmutable()));
    }

    /// <summary>Looks at the node and stores what was found as a snapshot; the stream stays open.</summary>
    /// <returns>The report; when it is no success the stream holds nothing.</returns>
    public static async Task<NodeScanReport> ToSnapshot(
        INodeTransport transport, NodeScanOptions options, Stream output,
        IProgress<NodeScanEvent.SectionStarted>? progress = null, CancellationToken cancellation = default)
    {
        using var builder = new SnapshotBuilder();
        var steps = ImmutableArray.CreateBuilder<ScanStep>();
        await foreach (var told in Run(transport, options, cancellation))
        {
            switch (told)
            {
                case NodeScanEvent.ItemFound found: builder.Add(found.Item); break;
                case NodeScanEvent.SectionStarted started: progress?.Report(started); break;
                case NodeScanEvent.SectionEnded ended: builder.Mark(ended.Section, ended.State); break;
                case NodeScanEvent.StepEnded ended: steps.Add(ended.Step); break;
                default: throw new InvalidOperationException($"{told.GetType().Name} is not known here.");
            }
        }

        var report = new NodeScanReport(steps.ToImmutable());
        if (report.Succeeded) builder.WriteTo(output);
        return report;
    }

    static ScanStep Detected(OperatingSystemFacts? system, INodeTransport transport) => new(
        "detect_os", system is not null, ImmutableSortedDictionary<string, int>.Empty,
        system is null ? [$"The operating system of {transport.Description} is not known: it has no os-release file."] : []);
}
