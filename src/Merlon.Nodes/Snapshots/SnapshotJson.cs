using System.Text.Json;
using Merlon.Nodes.Snapshots.Format;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// A snapshot as the tree that node scans show: <c>{section: {sub-section: {item: {attribute: value}}}}</c>
/// (docs/how-to-add-a-collector-section.md lists the sections).
/// </summary>
public static class SnapshotJson
{
    /// <summary>Writes the whole tree; sections that hold nothing are empty objects.</summary>
    public static void Write(SnapshotReader snapshot, Utf8JsonWriter json)
    {
        var nested = new NestedJson(json);
        nested.Start();
        foreach (var section in snapshot.Sections)
        {
            nested.Enter([section.Name]);
            foreach (var item in snapshot.Read(section.Name)) WriteItem(nested, item, from: 0, json);
        }

        nested.End();
    }

    /// <summary>Writes what is inside one section, an empty object when there is none: <c>{"facts": {...}}</c> for inventory.</summary>
    public static void WriteSection(SnapshotReader snapshot, string section, Utf8JsonWriter json)
    {
        var nested = new NestedJson(json);
        nested.Start();
        foreach (var item in snapshot.Read(section)) WriteItem(nested, item, from: 1, json);
        nested.End();
    }

    /// <summary>Writes items, which must come in path order, as such a tree; for what a search found.</summary>
    public static void Write(IEnumerable<SnapshotItem> items, Utf8JsonWriter json)
    {
        var nested = new NestedJson(json);
        nested.Start();
        foreach (var item in items) WriteItem(nested, item, from: 0, json);
        nested.End();
    }

    static void WriteItem(NestedJson nested, SnapshotItem item, int from, Utf8JsonWriter json)
    {
        nested.Enter(item.Path.Names.AsSpan()[from..]);
        foreach (var (name, value) in item.Attributes)
        {
            json.WritePropertyName(name);
            ScalarConverter.WriteTo(json, value);
        }

        if (json.BytesPending > SnapshotFormat.ChunkBytes) json.Flush();
    }
}
