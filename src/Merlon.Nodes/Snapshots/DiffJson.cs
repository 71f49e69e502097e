using System.Text.Json;

namespace Merlon.Nodes.Snapshots;

/// <summary>Changes as the diff trees show them: <c>{section: {sub-section: {item: {attribute: {"old": .., "new": ..}}}}}</c>.</summary>
public static class DiffJson
{
    /// <summary>Writes the changed tree only. Changes must come in path order, as <see cref="SnapshotDiff.Changes"/> gives them.</summary>
    /// <returns>What was written, counted.</returns>
    public static DiffSummary WriteTree(IEnumerable<ItemChange> changes, Utf8JsonWriter json)
    {
        var nested = new NestedJson(json);
        nested.Start();
        var summary = WriteChanges(changes, nested, json);
        nested.End();
        return summary;
    }

    /// <summary>The tree with <c>__diff_stats</c> <c>{added, removed, modified, total}</c> beside its sections.</summary>
    public static DiffSummary WriteTreeWithStats(IEnumerable<ItemChange> changes, Utf8JsonWriter json)
    {
        var nested = new NestedJson(json);
        nested.Start();
        var summary = WriteChanges(changes, nested, json);
        nested.Leave();
        json.WriteStartObject("__diff_stats");
        WriteCounts(summary, json);
        json.WriteNumber("total", summary.Total);
        json.WriteEndObject();
        nested.End();
        return summary;
    }

    /// <summary>
    /// The two-element array <c>[{"summary": {added, removed, modified}}, tree]</c>. The summary stands first and the tree is
    /// not kept, so that the changes are walked twice: pass a sequence that can be enumerated again.
    /// </summary>
    public static DiffSummary WriteWithSummary(IEnumerable<ItemChange> changes, Utf8JsonWriter json)
    {
        var summary = DiffSummary.Of(changes);
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteStartObject("summary");
        WriteCounts(summary, json);
        json.WriteEndObject();
        json.WriteEndObject();
        WriteTree(changes, json);
        json.WriteEndArray();
        return summary;
    }

    static DiffSummary WriteChanges(IEnumerable<ItemChange> changes, NestedJson nested, Utf8JsonWriter json)
    {
        var summary = default(DiffSummary);
        foreach (var change in changes)
        {
            nested.Enter(change.Path.Names.AsSpan());
            foreach (var (name, old, current) in change.Attributes()) WriteAttribute(name, old, current, json);
            summary = summary.With(change.Kind);
        }

        return summary;
    }

    static void WriteAttribute(string name, Scalar? old, Scalar? current, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("old");
        ScalarConverter.WriteTo(json, old ?? Scalar.Null);
        json.WritePropertyName("new");
        ScalarConverter.WriteTo(json, current ?? Scalar.Null);
        json.WriteEndObject();
    }

    static void WriteCounts(DiffSummary summary, Utf8JsonWriter json)
    {
        json.WriteNumber("added", summary.Added);
        json.WriteNumber("removed", summary.Removed);
        json.WriteNumber("modified", summary.Modified);
    }
}
