using System.Collections.Immutable;

namespace Merlon.Nodes.Snapshots.Format;

/// <summary>One chunk: where it is, what it holds, and the digest (16 bytes of SHA-256 over its items) that stands for it.</summary>
readonly record struct ChunkEntry(long Offset, int Stored, int Raw, int Items, uint Crc, UInt128 Digest, ReadOnlyMemory<byte> LastKey);

/// <summary>What lies at the end of the file: the sections and, in key order, the chunks. A section's chunks follow one another.</summary>
sealed record SnapshotDirectory(ImmutableArray<SnapshotSection> Sections, ImmutableArray<ChunkEntry> Chunks)
{
    const int SmallestEntry = 4 + 16 + 4;
    const int SmallestSection = 4 + SnapshotFormat.DigestBytes;

    public void Write(ByteSink sink)
    {
        sink.Varint((ulong)Sections.Length);
        foreach (var section in Sections)
        {
            sink.Text(section.Name);
            sink.Byte((byte)section.State);
            sink.Varint((ulong)section.Items);
            sink.Varint((ulong)section.Chunks);
            sink.Raw(section.Digest.AsSpan());
        }

        sink.Varint((ulong)Chunks.Length);
        foreach (var chunk in Chunks) Write(sink, chunk);
    }

    public static SnapshotDirectory Read(ReadOnlySpan<byte> bytes)
    {
        var source = new ByteSource(bytes);
        var sections = ImmutableArray.CreateBuilder<SnapshotSection>(source.Count(source.Remaining / SmallestSection));
        for (var first = 0; sections.Count < sections.Capacity;)
        {
            var section = ReadSection(ref source, first);
            sections.Add(section);
            first += section.Chunks;
        }

        var chunks = ImmutableArray.CreateBuilder<ChunkEntry>(source.Count(source.Remaining / SmallestEntry));
        for (long offset = SnapshotFormat.HeaderBytes; chunks.Count < chunks.Capacity;)
        {
            var chunk = ReadChunk(ref source, offset);
            chunks.Add(chunk);
            offset += chunk.Stored;
        }

        if (sections.Sum(s => (long)s.Chunks) != chunks.Count) throw new SnapshotCorruptException("sections and chunks disagree");
        return new SnapshotDirectory(sections.MoveToImmutable(), chunks.MoveToImmutable());
    }

    static void Write(ByteSink sink, ChunkEntry chunk)
    {
        sink.Varint((ulong)chunk.Stored);
        sink.Varint((ulong)chunk.Raw);
        sink.Varint((ulong)chunk.Items);
        Span<byte> fixedPart = stackalloc byte[20];
        BitConverter.TryWriteBytes(fixedPart, chunk.Crc);
        BitConverter.TryWriteBytes(fixedPart[4..], chunk.Digest);
        sink.Raw(fixedPart);
        sink.Block(chunk.LastKey.Span);
    }

    static SnapshotSection ReadSection(ref ByteSource source, int firstChunk)
    {
        var name = source.Text();
        var state = (SectionState)source.Byte();
        if (!Enum.IsDefined(state)) throw new SnapshotCorruptException("a section is in no known state");
        var items = source.Count(int.MaxValue);
        var chunks = source.Count(items);
        var digest = source.Raw(SnapshotFormat.DigestBytes).ToImmutableArray();
        return new SnapshotSection(name, state, items, digest) { FirstChunk = firstChunk, Chunks = chunks };
    }

    static ChunkEntry ReadChunk(ref ByteSource source, long offset)
    {
        var stored = source.Count(2 * SnapshotFormat.MaximumChunkBytes);
        var raw = source.Count(SnapshotFormat.MaximumChunkBytes);
        var items = source.Count(raw);
        var crc = BitConverter.ToUInt32(source.Raw(4));
        var digest = BitConverter.ToUInt128(source.Raw(16));
        return new ChunkEntry(offset, stored, raw, items, crc, digest, source.Block().ToArray());
    }
}
