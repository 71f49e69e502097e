using System.Text.Json;

namespace Merlon.Analysis.Secrets.Checks;

/// <summary>A JSON Web Token that gives rights: its parts decode, it is signed, and it is neither the specifications' sample nor meant for everyone.</summary>
internal static class JsonWebToken
{
    private static readonly string[] SampleSubjects = ["1234567890", "John Doe", "Jane Doe"];

    public static bool IsLive(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || Part(parts[0]) is not { } header || Part(parts[1]) is not { } claims) return false;
        using (header)
        using (claims)
        {
            var algorithm = Text(header, "alg");
            return algorithm is not (null or "none") && !IsSample(claims) && Text(claims, "role") != "anon";
        }
    }

    private static bool IsSample(JsonDocument claims) =>
        Array.Exists(SampleSubjects, s => Text(claims, "sub") == s || Text(claims, "name") == s)
        || (Text(claims, "iss") == "joe" && claims.RootElement.TryGetProperty("http://example.com/is_root", out _));

    private static JsonDocument? Part(string part)
    {
        if (!Base64Text.TryDecode(part, out var bytes)) return null;
        try
        {
            var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 16 });
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
