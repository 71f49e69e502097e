namespace Merlon.Core.Engines;

/// <summary>Hears what a child says, one call at a time. The memory is valid during the call only. An exception ends the child and goes to the caller of the run.</summary>
public interface IEngineListener
{
    /// <summary>One result of the stream, as JSON.</summary>
    ValueTask Result(ReadOnlyMemory<byte> json, CancellationToken ct);

    /// <summary>How far it is, as JSON.</summary>
    ValueTask Progress(ReadOnlyMemory<byte> json, CancellationToken ct);

    /// <summary>The answer that is given once, as JSON.</summary>
    ValueTask Summary(ReadOnlyMemory<byte> json, CancellationToken ct);
}
