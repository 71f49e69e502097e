using System.Collections.Immutable;

namespace Merlon.Nodes.Snapshots.Format;

/// <summary>
/// Walks the items of a snapshot in key order. At a chunk's start nothing of it has been read yet, so that the caller
/// may skip it by its digest; <see cref="Load"/> reads it and stands on its first item.
/// </summary>
sealed class ChunkCursor
{
    readonly SnapshotFile file;
    readonly ImmutableArray<ChunkEntry> chunks;
    byte[] raw = [];
    byte[] key = [];
    int at;
    int itemsLeft;
    int position;
    int keyLength;
    int bodyStart;
    int bodyLength;

    public ChunkCursor(SnapshotFile file, Func<SnapshotSection, bool>? only = null)
    {
        this.file = file;
        chunks = only is null ? file.Directory.Chunks : [.. file.Directory.Sections.Where(only).SelectMany(ChunksOf)];
    }

    public bool Ended => at >= chunks.Length;

    /// <summary>Stands before a chunk of which nothing was read.</summary>
    public bool AtChunkStart { get; private set; } = true;

    public UInt128 ChunkDigest => chunks[at].Digest;

    /// <summary>The current item's key; after <see cref="Load"/>.</summary>
    public ReadOnlySpan<byte> Key => key.AsSpan(0, keyLength);

    /// <summary>The current item's attributes as stored.</summary>
    public ReadOnlySpan<byte> Body => raw.AsSpan(bodyStart, bodyLength);

    /// <summary>The chunk's items as stored; their text can be searched before any is decoded.</summary>
    public ReadOnlySpan<byte> ChunkBytes => raw.AsSpan(0, chunks[at].Raw);

    public SnapshotItem Item() => new(ItemPath.FromKey(Key), ItemBody.Read(Body));

    public void SkipChunk() => NextChunk();

    /// <summary>Goes to the start of the only chunk that can hold the key.</summary>
    public void SkipTo(ReadOnlySpan<byte> wanted)
    {
        var (low, high) = (at, chunks.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (chunks[middle].LastKey.Span.SequenceCompareTo(wanted) < 0) low = middle + 1;
            else high = middle;
        }

        at = low;
    }

    /// <summary>Reads the chunk if that has not been done.</summary>
    public void Load()
    {
        if (!AtChunkStart) return;
        file.Fetch(chunks[at], ref raw);
        AtChunkStart = false;
        (position, keyLength, itemsLeft) = (0, 0, chunks[at].Items);
        ReadItem();
    }

    /// <summary>Goes to the next item, or to the start of the next chunk.</summary>
    public void Advance()
    {
        if (itemsLeft > 0) ReadItem();
        else NextChunk();
    }

    void NextChunk()
    {
        at++;
        AtChunkStart = true;
    }

    void ReadItem()
    {
        var rest = raw.AsSpan(position, chunks[at].Raw - position);
        var source = new ByteSource(rest);
        var shared = source.Count(keyLength);
        var suffix = source.Block();
        if (shared + suffix.Length > SnapshotLimits.KeyBytes) throw new SnapshotCorruptException("a path is over its limit");
        if (key.Length < shared + suffix.Length) Array.Resize(ref key, Math.Max(256, 2 * (shared + suffix.Length)));
        suffix.CopyTo(key.AsSpan(shared));
        keyLength = shared + suffix.Length;
        bodyLength = source.Count(SnapshotLimits.ItemBytes);
        bodyStart = position + rest.Length - source.Remaining;
        source.Raw(bodyLength);
        position = bodyStart + bodyLength;
        itemsLeft--;
    }

    IEnumerable<ChunkEntry> ChunksOf(SnapshotSection section) =>
        file.Directory.Chunks.Slice(section.FirstChunk, section.Chunks);
}
