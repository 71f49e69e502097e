using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Merlon.Core.Engines.Child;

/// <summary>The child's way to answer. Waits when the server is slower than the engine, so nothing piles up.</summary>
public sealed class EngineOutput
{
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private readonly Stream _output;
    private long _lastProgress;

    internal EngineOutput(Stream output) => _output = new BufferedStream(output, 128 << 10);

    /// <summary>One result of the stream.</summary>
    public void Result<T>(T value, JsonTypeInfo<T> format) => Send(EngineFrame.Result, JsonSerializer.SerializeToUtf8Bytes(value, format));

    /// <summary>How far it is; told a few times a second at most, the rest is dropped.</summary>
    public void Progress<T>(T value)
    {
        lock (_gate)
        {
            if (_lastProgress != 0 && Stopwatch.GetElapsedTime(_lastProgress) < BetweenProgress) return;
            _lastProgress = Stopwatch.GetTimestamp();
        }
        Send(EngineFrame.Progress, JsonSerializer.SerializeToUtf8Bytes(value, EngineJson.Options), flush: true);
    }

    /// <summary>The answer that is given once.</summary>
    public void Summary<T>(T value) => Send(EngineFrame.Summary, JsonSerializer.SerializeToUtf8Bytes(value, EngineJson.Options), flush: true);

    internal void Ended() => Send(EngineFrame.Ended, "null"u8, flush: true);

    internal void Failed(string why) => Send(EngineFrame.Failed, JsonSerializer.SerializeToUtf8Bytes(why), flush: true);

    private void Send(EngineFrame kind, ReadOnlySpan<byte> json, bool flush = false)
    {
        lock (_gate)
        {
            EngineFrames.Write(_output, kind, json);
            if (flush) _output.Flush();
        }
    }
}
