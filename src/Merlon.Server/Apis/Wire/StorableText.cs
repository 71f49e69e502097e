using System.Text.Json;
using System.Text.Json.Serialization;

namespace Merlon.Server.Apis.Wire;

/// <summary>Reads text as it is, and refuses the character U+0000, which one of the two databases cannot keep.</summary>
sealed class StorableText : JsonConverter<string>
{
    /// <summary>What the reader complains of then.</summary>
    public const string Refused = "Text holds the character U+0000.";

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String) throw new JsonException();
        var text = reader.GetString();
        return text?.Contains('\0', StringComparison.Ordinal) == true ? throw new JsonException(Refused) : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
