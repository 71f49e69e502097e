using System.Collections.Immutable;
using Merlon.Nodes.Snapshots.Format;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// Reads a stored snapshot: what is in it at once, its items chunk by chunk. Not for two threads at a time, nor for two
/// enumerations that interleave; open the blob once more for that.
/// </summary>
public sealed class SnapshotReader : IDisposable
{
    readonly SnapshotFile file;

    SnapshotReader(SnapshotFile file) => this.file = file;

    /// <summary>Sorted by name.</summary>
    public ImmutableArray<SnapshotSection> Sections => file.Directory.Sections;

    public long Items => Sections.Sum(s => s.Items);

    /// <summary>Equal for snapshots with the same sections in the same states with the same items.</summary>
    public ImmutableArray<byte> Digest => file.Digest;

    internal SnapshotFile File => file;

    /// <summary>Opens a stored snapshot; the reader closes the stream.</summary>
    /// <param name="stored">It must be able to seek; large blobs from elsewhere are copied to a file first.</param>
    /// <exception cref="SnapshotCorruptException">This is not a whole snapshot of a version known here.</exception>
    public static SnapshotReader Open(Stream stored) => new(SnapshotFile.Open(stored));

    /// <summary>Opens a snapshot stored in a file, without a buffer: chunks are read whole, and mostly not one after the other.</summary>
    /// <exception cref="SnapshotCorruptException">This is not a whole snapshot of a version known here.</exception>
    public static SnapshotReader Open(string path)
    {
        var stored = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.RandomAccess);
        try
        {
            return Open(stored);
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    /// <summary>Every item, in order.</summary>
    /// <exception cref="SnapshotCorruptException">A part is damaged; what was read before it is right.</exception>
    public IEnumerable<SnapshotItem> Read() => Read(new ChunkCursor(file));

    /// <summary>The items of one section, in order; none when there is no such section.</summary>
    public IEnumerable<SnapshotItem> Read(string section) => Read(new ChunkCursor(file, s => s.Name == section));

    /// <summary>The items of one section that come after a path; what lies before it is not read.</summary>
    /// <exception cref="SnapshotCorruptException">A part is damaged; what was read before it is right.</exception>
    public IEnumerable<SnapshotItem> Read(string section, ItemPath after)
    {
        var cursor = new ChunkCursor(file, s => s.Name == section);
        cursor.SkipTo(after.Key);
        return Read(cursor).SkipWhile(item => item.Path <= after);
    }

    /// <summary>One item, found by reading one chunk; null when there is none.</summary>
    public SnapshotItem? Find(ItemPath path)
    {
        var cursor = new ChunkCursor(file);
        cursor.SkipTo(path.Key);
        for (; !cursor.Ended; cursor.Advance())
        {
            cursor.Load();
            var order = cursor.Key.SequenceCompareTo(path.Key);
            if (order == 0) return cursor.Item();
            if (order > 0) return null;
        }

        return null;
    }

    public void Dispose() => file.Dispose();

    static IEnumerable<SnapshotItem> Read(ChunkCursor cursor)
    {
        for (; !cursor.Ended; cursor.Advance())
        {
            cursor.Load();
            yield return cursor.Item();
        }
    }
}
