using System.Text.Json;

namespace Merlon.Server.Apis.Guardian.Reading;

/// <summary>
/// Whether JSON of any shape can be kept and shown again: it becomes a part of later answers, so that one which is nested as deep as a reader
/// allows, or holds half a surrogate pair, would break every list that its resource is in.
/// </summary>
static class KeptJson
{
    /// <summary>How deep it may be nested; answers nest it deeper.</summary>
    public const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>Whether the text is such JSON.</summary>
    public static bool CanBe(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return IsText(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
        // Half a surrogate pair can be written as an escape but is no text.
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(property => IsText(property.Name) && IsText(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().All(IsText),
        JsonValueKind.String => IsText(value.GetString()!),
        _ => true,
    };

    // One of the two databases cannot keep a zero character.
    private static bool IsText(string text) => !text.Contains('\0', StringComparison.Ordinal);
}
