using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Merlon.Nodes.Snapshots.Format;

/// <summary>Gathers items into chunks and writes header, chunks, directory and trailer.</summary>
sealed class ChunkWriter
{
    // Quality 4 is the knee: 5 and more cost several times the time for a few percent.
    const int Quality = 4;
    const int Window = 18;
    readonly Stream output;
    readonly ByteSink chunk = new();
    readonly List<ChunkEntry> entries = [];
    byte[] stored = [];
    byte[] lastKey = [];
    int chunkItems;
    long offset;

    public ChunkWriter(Stream output)
    {
        this.output = output;
        Span<byte> header = stackalloc byte[SnapshotFormat.HeaderBytes];
        header.Clear();
        SnapshotFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], SnapshotFormat.Version);
        Put(header);
    }

    public IReadOnlyList<ChunkEntry> Entries => entries;

    public long Items { get; private set; }

    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> body)
    {
        var shared = chunkItems == 0 ? 0 : key.CommonPrefixLength(lastKey);
        chunk.Varint((ulong)shared);
        chunk.Block(key[shared..]);
        chunk.Block(body);
        lastKey = key.ToArray();
        chunkItems++;
        Items++;
        if (ChunkBoundary.After(key) || chunk.Length >= SnapshotFormat.ChunkBytes) EndChunk();
    }

    public void EndChunk()
    {
        if (chunkItems == 0) return;
        var bytes = Compress(chunk.Written);
        entries.Add(new ChunkEntry(offset, bytes.Length, chunk.Length, chunkItems, SnapshotFormat.Crc(bytes), Digest(chunk.Written), lastKey));
        Put(bytes);
        chunk.Clear();
        chunkItems = 0;
    }

    public ImmutableArray<byte> Finish(SnapshotDirectory directory)
    {
        var digest = DigestOf(directory);
        var sink = new ByteSink();
        directory.Write(sink);
        var start = offset;
        var bytes = Compress(sink.Written);
        Put(bytes);
        Span<byte> trailer = stackalloc byte[SnapshotFormat.TrailerBytes];
        BinaryPrimitives.WriteInt64LittleEndian(trailer, start);
        BinaryPrimitives.WriteInt32LittleEndian(trailer[8..], bytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(trailer[12..], sink.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[16..], SnapshotFormat.Crc(bytes));
        digest.AsSpan().CopyTo(trailer[20..]);
        SnapshotFormat.EndMagic.CopyTo(trailer[(20 + SnapshotFormat.DigestBytes)..]);
        Put(trailer);
        return digest;
    }

    static ImmutableArray<byte> DigestOf(SnapshotDirectory directory)
    {
        var names = new ByteSink();
        foreach (var section in directory.Sections)
        {
            names.Text(section.Name);
            names.Byte((byte)section.State);
            names.Raw(section.Digest.AsSpan());
        }

        return [.. SHA256.HashData(names.Written)];
    }

    static UInt128 Digest(ReadOnlySpan<byte> raw)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(raw, digest);
        return BitConverter.ToUInt128(digest);
    }

    ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> raw)
    {
        var most = BrotliEncoder.GetMaxCompressedLength(raw.Length);
        if (stored.Length < most) stored = new byte[most];
        if (!BrotliEncoder.TryCompress(raw, stored, out var written, Quality, Window))
            throw new InvalidOperationException("Brotli needed more than its own bound.");
        return stored.AsSpan(0, written);
    }

    void Put(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        offset += bytes.Length;
    }
}
