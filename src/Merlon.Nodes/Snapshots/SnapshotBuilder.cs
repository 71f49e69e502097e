using System.Collections.Immutable;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// Writes a snapshot from items in any order. Up to <see cref="itemsInMemory"/> items and about 32 million characters are
/// sorted in memory; more go to temporary files, each a sorted snapshot of its own, merged at the end.
/// Of two items with one path the first stays.
/// </summary>
public sealed class SnapshotBuilder : IDisposable
{
    const long CharactersInMemory = 32 * 1024 * 1024;
    readonly Dictionary<ItemPath, ItemAttributes> waiting = [];
    readonly List<SnapshotReader> runs = [];
    readonly Dictionary<string, SectionState> states = [];
    readonly int itemsInMemory;
    long characters;

    /// <param name="itemsInMemory">How many items wait in memory before a run is written out.</param>
    public SnapshotBuilder(int itemsInMemory = 50_000) => this.itemsInMemory = itemsInMemory;

    /// <summary>See <see cref="SnapshotWriter.Mark"/>.</summary>
    public void Mark(string section, SectionState state) => states[section] = state;

    public void Add(SnapshotItem item)
    {
        if (waiting.TryAdd(item.Path, item.Attributes))
            characters += item.Path.Key.Length + item.Attributes.Sum(a => (long)a.Name.Length + a.Value.Text.Length);
        if (waiting.Count >= itemsInMemory || characters >= CharactersInMemory) Spill();
    }

    /// <summary>Writes the snapshot; the stream stays open.</summary>
    /// <returns>The digest of the whole.</returns>
    public ImmutableArray<byte> WriteTo(Stream output)
    {
        var writer = new SnapshotWriter(output);
        if (runs.Count == 0)
        {
            WriteWaiting(writer);
        }
        else
        {
            if (waiting.Count > 0) Spill();
            MergeRuns(writer);
        }

        foreach (var (section, state) in states) writer.Mark(section, state);
        return writer.Finish();
    }

    public void Dispose()
    {
        foreach (var run in runs) run.Dispose();
    }

    void Spill()
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var writer = new SnapshotWriter(file);
        WriteWaiting(writer);
        writer.Finish();
        runs.Add(SnapshotReader.Open(file));
        waiting.Clear();
        characters = 0;
    }

    void WriteWaiting(SnapshotWriter writer)
    {
        foreach (var (path, attributes) in waiting.OrderBy(w => w.Key)) writer.Write(new SnapshotItem(path, attributes));
    }

    void MergeRuns(SnapshotWriter writer)
    {
        var merge = new SnapshotMerge(runs, differencesOnly: false);
        while (merge.MoveNext())
        {
            var first = Enumerable.Range(0, merge.Width).First(merge.Has);
            writer.Write(new SnapshotItem(merge.Path, merge.Attributes(first)));
        }
    }
}
