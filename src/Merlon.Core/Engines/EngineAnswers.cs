using System.Text.Json;

namespace Merlon.Core.Engines;

/// <summary>Reads what a child answers until it says that it ended, or is silent for good.</summary>
internal sealed class EngineAnswers(Stream output, EngineLimits limits, IEngineListener listener)
{
    // What the runtime writes when it dies of memory: the managed exception, and the collector's own last words.
    private static readonly string[] MemoryWords = ["OutOfMemoryException", "Out of memory", "GC heap initialization failed"];
    private readonly EngineBuffer _buffer = new();
    private bool _ended;
    private string? _failed;

    /// <summary>What is wrong with the answers, if they cannot be read.</summary>
    public string? Broken { get; set; }

    /// <summary>Set when the listener, not the child, broke.</summary>
    public Exception? ListenerFailed { get; private set; }

    /// <summary>Hands on every answer.</summary>
    public async Task ReadAll(CancellationToken ct)
    {
        while (await EngineFrames.Read(output, _buffer, limits.Frame, ct) is var (kind, json))
        {
            switch (kind)
            {
                case EngineFrame.Ended: _ended = true; break;
                case EngineFrame.Failed: _failed = JsonSerializer.Deserialize<string>(json.Span); break;
                default: await HandOn(kind, json, ct); break;
            }
        }
    }

    /// <summary>What the end of the child means.</summary>
    public EngineEnd EndOf(int exitCode, string errors, EngineLimits given)
    {
        if (_ended && exitCode == 0) return new EngineEnd.Finished();
        if (MemoryWords.Any(word => errors.Contains(word, StringComparison.Ordinal))) return new EngineEnd.OverMemory(given.Memory);
        if (_failed is not null) return new EngineEnd.Crashed($"The engine failed: {_failed}");
        if (Broken is not null) return new EngineEnd.Crashed(Broken);
        var first = errors.Split('\n', 2)[0].Trim();
        return new EngineEnd.Crashed(first.Length > 0 ? $"The engine crashed: {first}" : $"The engine crashed with exit code {exitCode}.");
    }

    private async Task HandOn(EngineFrame kind, ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        try
        {
            switch (kind)
            {
                case EngineFrame.Result: await listener.Result(json, ct); break;
                case EngineFrame.Progress: await listener.Progress(json, ct); break;
                case EngineFrame.Summary: await listener.Summary(json, ct); break;
                default: throw new InvalidDataException($"The engine's answer is of the unknown kind {(byte)kind}.");
            }
        }
        catch (Exception exception) when (exception is not InvalidDataException && !ct.IsCancellationRequested)
        {
            ListenerFailed = exception;
            throw;
        }
    }
}
