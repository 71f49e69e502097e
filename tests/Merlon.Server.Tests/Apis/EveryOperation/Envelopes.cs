using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Merlon.Server.Tests.Apis.EveryOperation;

/// <summary>What a refusal of each API looks like to its clients.</summary>
static class Envelopes
{
    /// <summary>What is wrong with a refusal; null when it is one of this API.</summary>
    public static string? Problem(string api, HttpStatusCode status, string text) => api switch
    {
        _ when (int)status >= 500 => "is an error of the server",
        "iq" => text.Length > 0 && text[0] != '<' ? null : "is not plain text",
        "code-insight" when status == HttpStatusCode.Unauthorized => text.Contains("HTTP Status 401", StringComparison.Ordinal) ? null : "is not the page that clients look for",
        "code-insight" => Has(text, "errors") || Has(text, "Error: ") ? null : "is in neither of the two envelopes",
        "api-security" => Has(text, "code") && (Has(text, "errors") || Has(text, "error")) ? null : "has no code or no error",
        "qwiet" => Has(text, "ok") && Has(text, "code") && Has(text, "message") ? null : "lacks ok, code or message",
        "guardian" => Has(text, "error") ? null : "has no error",
        _ => $"is of an unknown API {api}",
    };

    private static bool Has(string text, string key)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject json && json.ContainsKey(key);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
