using System.Collections;
using System.Collections.Immutable;
using Merlon.Nodes.Snapshots.Format;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// Walks several snapshots side by side, one path after the other. Chunks that are equal in all of them are passed over
/// unread when only differences are wanted.
/// </summary>
sealed class SnapshotMerge
{
    readonly ChunkCursor[] cursors;
    readonly bool differencesOnly;
    readonly BitArray present;
    int lowest;

    public SnapshotMerge(IReadOnlyList<SnapshotReader> readers, bool differencesOnly)
    {
        this.differencesOnly = differencesOnly;
        Incomplete = [.. readers.SelectMany(r => r.Sections).Where(s => s.State == SectionState.Incomplete).Select(s => s.Name).Distinct().Order(Utf8Order.Instance)];
        cursors = [.. readers.Select(r => new ChunkCursor(r.File, Incomplete.IsEmpty ? null : s => !Incomplete.Contains(s.Name)))];
        present = new BitArray(cursors.Length);
    }

    /// <summary>Sections left out, because one of the snapshots has not seen all of them.</summary>
    public ImmutableArray<string> Incomplete { get; }

    public int Width => cursors.Length;

    /// <summary>The current row's path.</summary>
    public ItemPath Path => ItemPath.FromKey(cursors[lowest].Key);

    /// <summary>Whether the snapshot of that index has an item at the current path.</summary>
    public bool Has(int index) => present[index];

    public ItemAttributes Attributes(int index) => ItemBody.Read(cursors[index].Body);

    /// <summary>Whether two snapshots that both have the item have it alike.</summary>
    public bool Same(int one, int other) => cursors[one].Body.SequenceEqual(cursors[other].Body);

    /// <summary>Goes to the next path that any snapshot has; false at the end.</summary>
    public bool MoveNext()
    {
        for (var i = 0; i < cursors.Length; i++)
            if (present[i]) cursors[i].Advance();
        present.SetAll(false);
        if (differencesOnly) SkipEqualChunks();
        return FindLowest();
    }

    void SkipEqualChunks()
    {
        while (AllAtEqualChunks())
            foreach (var cursor in cursors) cursor.SkipChunk();
    }

    bool AllAtEqualChunks()
    {
        foreach (var cursor in cursors)
            if (cursor.Ended || !cursor.AtChunkStart || cursor.ChunkDigest != cursors[0].ChunkDigest) return false;
        return cursors.Length > 0;
    }

    bool FindLowest()
    {
        lowest = -1;
        for (var i = 0; i < cursors.Length; i++)
        {
            if (cursors[i].Ended) continue;
            cursors[i].Load();
            var order = lowest < 0 ? -1 : cursors[i].Key.SequenceCompareTo(cursors[lowest].Key);
            if (order > 0) continue;
            if (order < 0) present.SetAll(false);
            if (order < 0) lowest = i;
            present[i] = true;
        }

        return lowest >= 0;
    }
}
