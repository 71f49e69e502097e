using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Merlon.Nodes.Snapshots;

/// <summary>A scalar is the JSON value of its kind.</summary>
sealed class ScalarConverter : JsonConverter<Scalar>
{
    public override bool HandleNull => true;

    public override Scalar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadFrom(ref reader);

    public override void Write(Utf8JsonWriter writer, Scalar value, JsonSerializerOptions options) => WriteTo(writer, value);

    public static Scalar ReadFrom(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => Scalar.Null,
        JsonTokenType.True => Scalar.Of(true),
        JsonTokenType.False => Scalar.Of(false),
        JsonTokenType.Number => Scalar.OfNumber(Encoding.UTF8.GetString(reader.HasValueSequence
            ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence)
            : reader.ValueSpan)),
        JsonTokenType.String => Scalar.Of(reader.GetString()),
        _ => throw new JsonException("An attribute is a scalar."),
    };

    public static void WriteTo(Utf8JsonWriter writer, Scalar value)
    {
        switch (value.Kind)
        {
            case ScalarKind.Null: writer.WriteNullValue(); break;
            case ScalarKind.False: writer.WriteBooleanValue(false); break;
            case ScalarKind.True: writer.WriteBooleanValue(true); break;
            case ScalarKind.Number: writer.WriteRawValue(value.Text); break;
            default: writer.WriteStringValue(value.Text); break;
        }
    }
}
