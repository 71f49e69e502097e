using System.Collections.Immutable;
using System.Security.Cryptography;
using Merlon.Nodes.Snapshots.Format;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// Writes a snapshot whose items come in order (<see cref="ItemPath.CompareTo"/>); <see cref="SnapshotBuilder"/> takes any order.
/// The stream is only written forward and stays open. Without <see cref="Finish"/> the file is no snapshot, and readers say so.
/// </summary>
public sealed class SnapshotWriter
{
    readonly ChunkWriter chunks;
    readonly SortedDictionary<string, SectionState> states = new(Utf8Order.Instance);
    readonly ByteSink body = new();
    ItemPath? previous;

    public SnapshotWriter(Stream output) => chunks = new ChunkWriter(output);

    /// <summary>Items written so far.</summary>
    public long Items => chunks.Items;

    /// <summary>Notes that a section was looked at, also when it holds nothing, and whether all of it was seen. It may be said at any time before <see cref="Finish"/>.</summary>
    public void Mark(string section, SectionState state) => states[ItemPath.Of(section).Section] = state;

    /// <exception cref="ArgumentException">The item is not after the one before it, or larger than <see cref="SnapshotLimits.ItemBytes"/>.</exception>
    public void Write(SnapshotItem item)
    {
        body.Clear();
        ItemBody.Write(body, item.Attributes);
        if (body.Length > SnapshotLimits.ItemBytes)
            throw new ArgumentException($"{item.Path}: an item takes at most {SnapshotLimits.ItemBytes} bytes, not {body.Length}.", nameof(item));
        if (previous is not null && item.Path <= previous)
            throw new ArgumentException($"{item.Path} comes before {previous}.", nameof(item));
        if (previous?.Section != item.Path.Section)
        {
            chunks.EndChunk();
            states.TryAdd(item.Path.Section, SectionState.Complete);
        }

        chunks.Add(item.Path.Key, body.Written);
        previous = item.Path;
    }

    /// <summary>Writes the directory, without which nothing of the file counts.</summary>
    /// <returns>The digest of the whole: equal for snapshots with equal sections.</returns>
    public ImmutableArray<byte> Finish()
    {
        chunks.EndChunk();
        var directory = new SnapshotDirectory([.. Sections()], [.. chunks.Entries]);
        return chunks.Finish(directory);
    }

    IEnumerable<SnapshotSection> Sections()
    {
        var first = 0;
        foreach (var (name, state) in states)
        {
            var own = chunks.Entries.Skip(first).TakeWhile(e => SectionOf(e) == name).ToList();
            yield return new SnapshotSection(name, state, own.Sum(e => (long)e.Items), Digest(own)) { FirstChunk = first, Chunks = own.Count };
            first += own.Count;
        }
    }

    static string SectionOf(ChunkEntry entry) => ItemPath.FromKey(entry.LastKey.Span).Section;

    static ImmutableArray<byte> Digest(List<ChunkEntry> chunks)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var chunk in chunks) digest.AppendData(BitConverter.GetBytes(chunk.Digest));
        return [.. digest.GetHashAndReset()];
    }
}
