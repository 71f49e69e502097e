namespace Merlon.Analysis.Trees;

/// <summary>Reads through to another stream, which it owns, and has the digests taken of what passes.</summary>
sealed class DigestingStream(Stream inner, ContentDigests digests) : Stream
{
    long read;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        digests.Append(buffer[..count]);
        read += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => read; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
