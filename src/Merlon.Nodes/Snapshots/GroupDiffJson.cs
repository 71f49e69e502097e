using System.Globalization;
using System.Text.Json;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// A group diff as a tree <c>{section: {sub-section: {item: {attribute: {value: [index, ..]}}}}}</c>: the indexes are those
/// of the snapshots that have the value, and a snapshot that does not have the item stands nowhere.
/// </summary>
public static class GroupDiffJson
{
    public static void WriteTree(IEnumerable<GroupItem> items, Utf8JsonWriter json)
    {
        var nested = new NestedJson(json);
        nested.Start();
        foreach (var item in items)
        {
            nested.Enter(item.Path.Names.AsSpan());
            foreach (var attribute in item.Attributes) WriteAttribute(attribute, json);
        }

        nested.End();
    }

    static void WriteAttribute(GroupAttribute attribute, Utf8JsonWriter json)
    {
        json.WriteStartObject(attribute.Name);
        // Values are property names here, so that the number 1 and the text "1" are one value.
        foreach (var same in attribute.Values.GroupBy(v => v.Value.Text, StringComparer.Ordinal))
        {
            json.WriteStartArray(same.Key);
            foreach (var index in same.SelectMany(v => v.Snapshots).Order()) json.WriteRawValue(index.ToString(CultureInfo.InvariantCulture));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
