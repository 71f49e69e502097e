using System.Text.Json;
using Merlon.Nodes.Snapshots;

namespace Merlon.Server.Apis.Guardian.Documents;

/// <summary>What is written to it becomes the value of one JSON string, piece by piece: a document inside a document, held by nobody.</summary>
sealed class JsonTextStream(Utf8JsonWriter outer) : Stream
{
    private const int FlushAt = 64 * 1024;

    /// <summary>Writes a whole snapshot as the text of its tree, as the value of the property that was just named.</summary>
    public static void WriteTree(SnapshotReader snapshot, Utf8JsonWriter outer)
    {
        using (var text = new JsonTextStream(outer))
        using (var tree = new Utf8JsonWriter(text, StreamedAnswer.Json))
            SnapshotJson.Write(snapshot, tree);
        outer.WriteStringValueSegment(ReadOnlySpan<byte>.Empty, isFinalSegment: true);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        outer.WriteStringValueSegment(buffer, isFinalSegment: false);
        if (outer.BytesPending > FlushAt) outer.Flush();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
