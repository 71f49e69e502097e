using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Merlon.Server.Apis.Guardian.Reading;

/// <summary>
/// Finds the fields of a request in the forms that real clients send (contract 2.2): an object under the resource's name, the bare object,
/// a form with <c>node[name]=...</c> or <c>name=...</c>, and nothing but a query.
/// </summary>
static class FieldSource
{
    private const int MaxBody = 4 << 20;

    /// <summary>The fields, or null when the body is neither JSON object nor form.</summary>
    public static async Task<JsonElement?> Read(HttpRequest request, string wrapper, CancellationToken ct)
    {
        var text = await Text(request, ct);
        if (text is null) return null;
        var body = text.TrimStart();
        if (body.Length == 0) return ToJson(request.Query, wrapper);
        if (body[0] is '{' or '[') return Parse(body) is { ValueKind: JsonValueKind.Object } json ? Unwrap(json, wrapper) : null;
        return request.HasFormContentType ? ToJson(QueryHelpers.ParseQuery(body.Trim()), wrapper) : null;
    }

    /// <summary>Whether the text is a JSON object.</summary>
    public static bool IsObject(string text) => text.AsSpan().TrimStart().StartsWith("{") && Parse(text) is not null;

    private static async Task<string?> Text(HttpRequest request, CancellationToken ct)
    {
        using var reader = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var buffer = new char[16 * 1024];
        var text = new StringBuilder();
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer, ct)) > 0;)
            {
                text.Append(buffer, 0, read);
                if (text.Length > MaxBody) throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
            }
            return text.ToString();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Unwrap(JsonElement body, string wrapper) =>
        body.TryGetProperty(wrapper, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : body;

    private static JsonElement ToJson(IEnumerable<KeyValuePair<string, StringValues>> pairs, string wrapper)
    {
        var fields = new JsonObject();
        foreach (var (key, value) in pairs) fields[Bare(key, wrapper)] = Value(value.ToString());
        return JsonSerializer.SerializeToElement(fields);
    }

    private static string Bare(string key, string wrapper) =>
        key.StartsWith(wrapper + "[", StringComparison.Ordinal) && key.EndsWith(']') ? key[(wrapper.Length + 1)..^1] : key;

    // A form carries objects as their JSON text: variables={"type":"ssh_login"}.
    private static JsonNode? Value(string text) => text.StartsWith('{') && KeptJson.CanBe(text) && Parse(text) is { } json ? JsonObject.Create(json) : JsonValue.Create(text);
}
