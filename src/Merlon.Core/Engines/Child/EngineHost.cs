using System.Collections.Immutable;
using System.Text.Json;

namespace Merlon.Core.Engines.Child;

/// <summary>The child's side: takes the order from standard input, does it, and answers on standard output.</summary>
public static class EngineHost
{
    private const int LargestOrder = 16 << 20;

    /// <summary>The engines of the product.</summary>
    public static ImmutableArray<IEngine> Engines { get; } = [new CodeScanEngine(), new CodeFileEngine(), new NodeScanEngine()];

    /// <summary>Does one order. Returns the process's exit code.</summary>
    public static Task<int> Run(Stream input, Stream output) => Run(input, output, Engines);

    /// <summary>As <see cref="Run(Stream, Stream)"/>, with other engines.</summary>
    public static async Task<int> Run(Stream input, Stream output, IEnumerable<IEngine> engines)
    {
        // Nothing else may write between the frames.
        Console.SetOut(TextWriter.Null);
        ChildRuntime.Forget();
        var answers = new EngineOutput(output);
        if (await EngineFrames.Read(input, new EngineBuffer(), LargestOrder, CancellationToken.None) is not var (kind, json) || kind != EngineFrame.Order) return 2;
        var order = JsonSerializer.Deserialize<EngineOrder>(json.Span, EngineJson.Options)!;
        ChildLimits.Apply(order.Limits);
        ParentWatch.Start(input);
        try
        {
            var engine = engines.SingleOrDefault(e => e.Kind == order.Kind) ?? throw new InvalidOperationException($"there is no engine '{order.Kind}'");
            await engine.Run(order.Order, answers, CancellationToken.None);
            answers.Ended();
            return 0;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            answers.Failed(exception.Message);
            return 1;
        }
    }
}
