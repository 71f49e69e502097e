using System.Text.Json;

namespace Merlon.Analysis.Manifests.Formats;

/// <summary>JSON with comments and trailing commas, as JavaScript's tools write it, to a bounded depth.</summary>
static class Json
{
    const int MaxDepth = 200;

    static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    public static DataNode Read(ManifestFile file)
    {
        using var stream = file.Open();
        return Read(stream);
    }

    public static DataNode Read(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        var reader = new Utf8JsonReader(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, Lenient);
        return reader.Read() ? Value(ref reader) : throw new ManifestException("the file is empty");
    }

    static DataNode Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Map(ref reader),
        JsonTokenType.StartArray => List(ref reader),
        JsonTokenType.String => new() { Text = reader.GetString() },
        JsonTokenType.Null => new(),
        _ => new() { Text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan) },
    };

    static DataNode Map(ref Utf8JsonReader reader)
    {
        var fields = new OrderedDictionary<string, DataNode>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            fields[key] = Value(ref reader);
        }
        return new() { Fields = fields };
    }

    static DataNode List(ref Utf8JsonReader reader)
    {
        var items = new List<DataNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Value(ref reader));
        return new() { Items = items };
    }
}
