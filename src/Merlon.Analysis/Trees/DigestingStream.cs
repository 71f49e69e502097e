using System.Security.Cryptography;

namespace Merlon.Analysis.Trees;

/// <summary>Reads through to another stream and computes MD5, SHA-1 and SHA-256 of what passes. The digests name files, they guard nothing.</summary>
sealed class DigestingStream(Stream inner) : Stream
{
    readonly IncrementalHash md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    readonly IncrementalHash sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
    readonly IncrementalHash sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    long size;

    /// <summary>The digests of all that was read; asked for once, at the end.</summary>
    public FileDigests Digests() => new(size, Hex(md5), Hex(sha1), Hex(sha256));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        var bytes = buffer[..read];
        md5.AppendData(bytes);
        sha1.AppendData(bytes);
        sha256.AppendData(bytes);
        size += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => size; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            md5.Dispose();
            sha1.Dispose();
            sha256.Dispose();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    static string Hex(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());
}
