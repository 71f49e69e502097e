using System.Buffers.Binary;

namespace Merlon.Core.Engines;

/// <summary>
/// What goes between server and engine over standard streams: four bytes of length (big-endian, of what follows), one byte that says what
/// it is, and JSON. The order goes one way as the first frame; then the server sends nothing more, and keeps its end open as long as it lives.
/// </summary>
internal enum EngineFrame : byte
{
    Order = 1,

    /// <summary>One of a stream of results.</summary>
    Result = 2,

    /// <summary>How far it is.</summary>
    Progress = 3,

    /// <summary>An answer that is given once, beside the stream.</summary>
    Summary = 4,

    /// <summary>All was said.</summary>
    Ended = 5,

    /// <summary>The engine could not go on; a JSON text says why.</summary>
    Failed = 6,
}

/// <summary>Reads and writes frames.</summary>
internal static class EngineFrames
{
    public static void Write(Stream to, EngineFrame kind, ReadOnlySpan<byte> json)
    {
        Span<byte> head = stackalloc byte[5];
        BinaryPrimitives.WriteInt32BigEndian(head, json.Length + 1);
        head[4] = (byte)kind;
        to.Write(head);
        to.Write(json);
    }

    /// <summary>The next frame, or null at the end of the stream. The memory is valid until the next call with the same <paramref name="buffer"/>.</summary>
    /// <exception cref="InvalidDataException">It is longer than <paramref name="limit"/>, or cut off.</exception>
    public static async Task<(EngineFrame Kind, ReadOnlyMemory<byte> Json)?> Read(Stream from, EngineBuffer buffer, int limit, CancellationToken ct)
    {
        var head = buffer.Head;
        var read = await from.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        if (read == 0) return null;
        if (read < head.Length) throw new InvalidDataException("The engine's answer is cut off.");
        var length = BinaryPrimitives.ReadInt32BigEndian(head) - 1;
        if (length < 0 || length > limit) throw new InvalidDataException($"The engine's answer is {length:N0} bytes long; {limit:N0} are allowed.");
        var body = buffer.Body(length);
        if (await from.ReadAtLeastAsync(body, length, throwOnEndOfStream: false, ct) < length) throw new InvalidDataException("The engine's answer is cut off.");
        return ((EngineFrame)head[4], body);
    }
}

/// <summary>Room for one frame, grown as needed and used again.</summary>
internal sealed class EngineBuffer
{
    private byte[] _body = new byte[64 << 10];

    public byte[] Head { get; } = new byte[5];

    public Memory<byte> Body(int length)
    {
        if (_body.Length < length) _body = new byte[Math.Max(length, Math.Min(_body.Length * 2, Array.MaxLength))];
        return _body.AsMemory(0, length);
    }
}
