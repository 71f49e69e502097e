using System.Text.Json;
using System.Text.Json.Serialization;

namespace Merlon.Nodes.Snapshots;

/// <summary>Attributes are a JSON object of scalars.</summary>
sealed class ItemAttributesConverter : JsonConverter<ItemAttributes>
{
    public override ItemAttributes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Attributes are an object.");
        var attributes = new List<ItemAttribute>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (attributes.Count == SnapshotLimits.AttributesPerItem) throw new JsonException("Too many attributes.");
            var name = reader.GetString()!;
            reader.Read();
            attributes.Add(new ItemAttribute(name, ScalarConverter.ReadFrom(ref reader)));
        }
        return ItemAttributes.Of(attributes);
    }

    public override void Write(Utf8JsonWriter writer, ItemAttributes value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, scalar) in value)
        {
            writer.WritePropertyName(name);
            ScalarConverter.WriteTo(writer, scalar);
        }
        writer.WriteEndObject();
    }
}
