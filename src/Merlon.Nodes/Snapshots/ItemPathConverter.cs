using System.Text.Json;
using System.Text.Json.Serialization;

namespace Merlon.Nodes.Snapshots;

/// <summary>A path is a JSON array of its names.</summary>
sealed class ItemPathConverter : JsonConverter<ItemPath>
{
    public override ItemPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A path is an array of names.");
        var names = new List<string>(3);
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            if (names.Count == SnapshotLimits.PathDepth) throw new JsonException("A path too deep.");
            names.Add(reader.GetString()!);
        }
        try { return ItemPath.Of([.. names]); }
        catch (ArgumentException error) { throw new JsonException(error.Message, error); }
    }

    public override void Write(Utf8JsonWriter writer, ItemPath value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var name in value.Names) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }
}
