using System.Text.Json;
using Merlon.Analysis;
using Merlon.Nodes;

namespace Merlon.Core.Engines;

/// <summary>The engines as the domain calls them: an order in, typed answers out, in a child process under limits.</summary>
public sealed class ScanEngines(EngineProcess process)
{
    /// <summary>Looks at code. <paramref name="found"/> hears the results in order, one at a time; <paramref name="tree"/> what came of an archive or address, before them.</summary>
    public Task<EngineEnd> ScanCode(
        CodeScanOrder order, EngineLimits limits, Func<ScanResult, CancellationToken, ValueTask> found,
        Action<ScannedTreeFacts>? tree = null, Action<CodeScanProgress>? progress = null, CancellationToken ct = default) =>
        process.Run(CodeScanOrder.Kind, JsonSerializer.SerializeToElement(order, EngineJson.Options), limits, new CodeListener(found, tree, progress), ct);

    /// <summary>Reads one file of an upload. The answer is null unless the engine finished.</summary>
    public async Task<(EngineEnd End, CodeFileAnswer? Answer)> ReadFile(CodeFileOrder order, EngineLimits limits, CancellationToken ct = default)
    {
        var listener = new FileListener();
        var end = await process.Run(CodeFileOrder.Kind, JsonSerializer.SerializeToElement(order, EngineJson.Options), limits, listener, ct);
        return (end, end is EngineEnd.Finished ? listener.Answer : null);
    }

    /// <summary>Looks at a machine. The answer is null unless the engine finished.</summary>
    public async Task<(EngineEnd End, NodeScanAnswer? Answer)> ScanNode(NodeScanOrder order, EngineLimits limits, Action<NodeScanEvent.SectionStarted>? progress = null, CancellationToken ct = default)
    {
        var listener = new NodeListener(progress);
        var end = await process.Run(NodeScanOrder.Kind, JsonSerializer.SerializeToElement(order, EngineJson.Options), limits, listener, ct);
        return (end, end is EngineEnd.Finished ? listener.Answer : null);
    }

    private sealed class CodeListener(Func<ScanResult, CancellationToken, ValueTask> found, Action<ScannedTreeFacts>? tree, Action<CodeScanProgress>? progress) : IEngineListener
    {
        public ValueTask Result(ReadOnlyMemory<byte> json, CancellationToken ct) => found(JsonSerializer.Deserialize(json.Span, CodeScanJson.Default.ScanResult)!, ct);

        public ValueTask Progress(ReadOnlyMemory<byte> json, CancellationToken ct)
        {
            progress?.Invoke(JsonSerializer.Deserialize<CodeScanProgress>(json.Span, EngineJson.Options)!);
            return ValueTask.CompletedTask;
        }

        public ValueTask Summary(ReadOnlyMemory<byte> json, CancellationToken ct)
        {
            tree?.Invoke(JsonSerializer.Deserialize<ScannedTreeFacts>(json.Span, EngineJson.Options)!);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class FileListener : IEngineListener
    {
        public CodeFileAnswer? Answer { get; private set; }

        public ValueTask Result(ReadOnlyMemory<byte> json, CancellationToken ct) => ValueTask.CompletedTask;

        public ValueTask Progress(ReadOnlyMemory<byte> json, CancellationToken ct) => ValueTask.CompletedTask;

        public ValueTask Summary(ReadOnlyMemory<byte> json, CancellationToken ct)
        {
            Answer = JsonSerializer.Deserialize<CodeFileAnswer>(json.Span, EngineJson.Options);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class NodeListener(Action<NodeScanEvent.SectionStarted>? progress) : IEngineListener
    {
        public NodeScanAnswer? Answer { get; private set; }

        public ValueTask Result(ReadOnlyMemory<byte> json, CancellationToken ct) => ValueTask.CompletedTask;

        public ValueTask Progress(ReadOnlyMemory<byte> json, CancellationToken ct)
        {
            progress?.Invoke(JsonSerializer.Deserialize<NodeScanEvent.SectionStarted>(json.Span, EngineJson.Options)!);
            return ValueTask.CompletedTask;
        }

        public ValueTask Summary(ReadOnlyMemory<byte> json, CancellationToken ct)
        {
            Answer = JsonSerializer.Deserialize<NodeScanAnswer>(json.Span, EngineJson.Options);
            return ValueTask.CompletedTask;
        }
    }
}
