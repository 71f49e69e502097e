using System.Text.Json;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// Reads a tree as a script or another tool prints it. An object that holds a scalar is an item, its scalars are the
/// attributes; an empty object is an item without any, unless it is a section. A list becomes its JSON text.
/// Numbers keep their digits, names and values that are too long are shortened.
/// </summary>
public static class SnapshotTree
{
    /// <exception cref="FormatException">The tree is not an object of objects, or too deep.</exception>
    public static IEnumerable<SnapshotItem> Read(JsonElement tree)
    {
        if (tree.ValueKind != JsonValueKind.Object) throw new FormatException("A scan's data is a JSON object of sections.");
        foreach (var section in tree.EnumerateObject())
        {
            if (section.Value.ValueKind != JsonValueKind.Object) throw new FormatException($"The section {section.Name} is not a JSON object.");
            foreach (var item in Items([section.Name], section.Value)) yield return item;
        }
    }

    static IEnumerable<SnapshotItem> Items(List<string> path, JsonElement here)
    {
        if (path.Count > SnapshotLimits.PathDepth) throw new FormatException($"A scan's data is at most {SnapshotLimits.PathDepth} levels deep.");
        var scalars = new List<ItemAttribute>();
        var inner = new List<JsonProperty>();
        foreach (var property in here.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object) inner.Add(property);
            else scalars.Add(new ItemAttribute(BoundedText.Name(property.Name), Value(property.Value)));
        }

        if (scalars.Count > 0 || (inner.Count == 0 && path.Count > 1)) yield return Item(path, scalars);
        foreach (var property in inner)
            foreach (var item in Items([.. path, property.Name], property.Value)) yield return item;
    }

    static SnapshotItem Item(List<string> path, List<ItemAttribute> attributes)
    {
        if (attributes.Count > SnapshotLimits.AttributesPerItem)
            throw new FormatException($"{string.Join('/', path)} has more than {SnapshotLimits.AttributesPerItem} attributes.");
        var longest = SnapshotLimits.KeyBytes / (4 * path.Count) - 128;
        return new SnapshotItem(ItemPath.Of([.. path.Select(name => BoundedText.Shorten(name, longest))]), ItemAttributes.Of(attributes));
    }

    static Scalar Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => Scalar.Null,
        JsonValueKind.True => Scalar.Of(true),
        JsonValueKind.False => Scalar.Of(false),
        JsonValueKind.Number => Scalar.OfNumber(value.GetRawText()),
        JsonValueKind.String => BoundedText.Value(value.GetString()!),
        _ => BoundedText.Value(value.GetRawText()),
    };
}
