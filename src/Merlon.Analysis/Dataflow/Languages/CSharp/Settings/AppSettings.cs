using System.Text.Json;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Settings;

/// <summary>Reads <c>appsettings.json</c>. What stands before the first error in a file that is no proper JSON counts.</summary>
static class AppSettings
{
    static readonly JsonReaderOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 200 };

    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static IReadOnlyList<Construct> Read(SourceFile file)
    {
        var seen = new List<Construct>();
        var start = file.Text.Span.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var reader = new Utf8JsonReader(file.Text.Span[start..], Reading);
        try
        {
            var (name, from) = ("", 0);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName) (name, from) = (reader.GetString()!, start + (int)reader.TokenStartIndex);
                else if (reader.TokenType == JsonTokenType.String && SecretSetting.IsOne(name, reader.GetString()))
                    seen.Add(new Construct(SecretSetting.Construct, new Span(file, from, start + (int)reader.BytesConsumed)));
            }
        }
        catch (JsonException)
        {
            // What the application could not load either.
        }
        return seen;
    }
}
