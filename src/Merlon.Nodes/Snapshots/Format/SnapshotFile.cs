using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;

namespace Merlon.Nodes.Snapshots.Format;

/// <summary>An open stored snapshot: checks header, trailer and directory, and fetches chunks.</summary>
sealed class SnapshotFile : IDisposable
{
    readonly Stream stored;
    byte[] compressed = [];

    SnapshotFile(Stream stored, SnapshotDirectory directory, ImmutableArray<byte> digest) =>
        (this.stored, Directory, Digest) = (stored, directory, digest);

    public SnapshotDirectory Directory { get; }

    public ImmutableArray<byte> Digest { get; }

    public static SnapshotFile Open(Stream stored)
    {
        if (stored.Length < SnapshotFormat.HeaderBytes + SnapshotFormat.TrailerBytes) throw new SnapshotCorruptException("it is too short");
        CheckHeader(ReadAt(stored, 0, SnapshotFormat.HeaderBytes));
        var trailerAt = stored.Length - SnapshotFormat.TrailerBytes;
        var trailer = ReadAt(stored, trailerAt, SnapshotFormat.TrailerBytes).AsSpan();
        if (!trailer.EndsWith(SnapshotFormat.EndMagic)) throw new SnapshotCorruptException("its end is missing");
        var start = BinaryPrimitives.ReadInt64LittleEndian(trailer);
        var length = BinaryPrimitives.ReadInt32LittleEndian(trailer[8..]);
        var raw = BinaryPrimitives.ReadInt32LittleEndian(trailer[12..]);
        if (length < 0 || start != trailerAt - length || raw is < 0 or > SnapshotFormat.MaximumDirectoryBytes)
            throw new SnapshotCorruptException("its end does not fit its length");
        var bytes = ReadAt(stored, start, length);
        Check(bytes, BinaryPrimitives.ReadUInt32LittleEndian(trailer[16..]));
        var expanded = new byte[raw];
        Expand(bytes, expanded);
        var digest = trailer.Slice(20, SnapshotFormat.DigestBytes).ToImmutableArray();
        return new SnapshotFile(stored, SnapshotDirectory.Read(expanded), digest);
    }

    /// <summary>Reads a chunk's items into the buffer, which grows to fit.</summary>
    public void Fetch(ChunkEntry chunk, ref byte[] into)
    {
        if (compressed.Length < chunk.Stored) compressed = new byte[chunk.Stored];
        if (into.Length < chunk.Raw) into = new byte[Math.Max(chunk.Raw, 16 * 1024)];
        var bytes = compressed.AsSpan(0, chunk.Stored);
        stored.Position = chunk.Offset;
        if (stored.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new SnapshotCorruptException("it ends too early");
        Check(bytes, chunk.Crc);
        Expand(bytes, into.AsSpan(0, chunk.Raw));
    }

    public void Dispose() => stored.Dispose();

    static void CheckHeader(ReadOnlySpan<byte> header)
    {
        if (!header.StartsWith(SnapshotFormat.Magic)) throw new SnapshotCorruptException("it does not begin like one");
        var version = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        if (version != SnapshotFormat.Version)
            throw new SnapshotCorruptException($"it is of version {version}, and only version {SnapshotFormat.Version} is known here");
    }

    static void Check(ReadOnlySpan<byte> bytes, uint crc)
    {
        if (SnapshotFormat.Crc(bytes) != crc) throw new SnapshotCorruptException("a part of it is damaged");
    }

    static void Expand(ReadOnlySpan<byte> bytes, Span<byte> into)
    {
        if (!BrotliDecoder.TryDecompress(bytes, into, out var written) || written != into.Length)
            throw new SnapshotCorruptException("a part of it does not expand");
    }

    static byte[] ReadAt(Stream stored, long position, int count)
    {
        var bytes = new byte[count];
        stored.Position = position;
        stored.ReadExactly(bytes);
        return bytes;
    }
}
