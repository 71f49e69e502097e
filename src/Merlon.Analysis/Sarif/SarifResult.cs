using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Merlon.Analysis.Sarif;

/// <summary>The result objects of a log.</summary>
static class SarifResult
{
    /// <summary>The name and version of the fingerprint; a change of how it is made needs a new version.</summary>
    public const string FingerprintKey = "merlon/v1";

    static readonly SearchValues<char> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        Head(json, finding.Rule, finding.Severity, finding.Description is null ? finding.Title : $"{finding.Title}\n\n{finding.Description}");
        Locations(json, finding.Path, finding.Line, finding.Column);
        Fingerprint(json, finding.Fingerprint);
        if (!finding.Flow.IsEmpty) CodeFlow(json, finding);
        json.WriteStartObject("properties");
        json.WriteString("type", finding.Type.ToString().ToLowerInvariant());
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("confidence", finding.Confidence.ToString().ToLowerInvariant());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, FoundVulnerability found)
    {
        var mend = found.FixedIn is { } version ? $" Fixed in {version}." : "";
        json.WriteStartObject();
        Head(json, found.Id, found.Severity ?? FindingSeverity.Medium, $"{found.Purl}: {found.Summary ?? found.Id}.{mend}");
        if (found.Manifest is { } manifest) Locations(json, manifest, 1, 0);
        Fingerprint(json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{found.Id}\n{found.Purl}\n{found.Manifest}"))));
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ScanNote note)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", note.Code);
        json.WriteEndObject();
        json.WriteString("level", "note");
        Message(json, note.Message);
        if (note.Path is { } path) Locations(json, path, note.Line ?? 0, 0);
        json.WriteEndObject();
    }

    static void Head(Utf8JsonWriter json, string rule, FindingSeverity severity, string message)
    {
        json.WriteString("ruleId", rule);
        json.WriteString("level", severity switch { FindingSeverity.Critical or FindingSeverity.High => "error", FindingSeverity.Medium => "warning", _ => "note" });
        Message(json, message);
    }

    static void Message(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    static void Fingerprint(Utf8JsonWriter json, string fingerprint)
    {
        json.WriteStartObject("partialFingerprints");
        json.WriteString(FingerprintKey, fingerprint);
        json.WriteEndObject();
    }

    static void Locations(Utf8JsonWriter json, string path, int line, int column)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        PhysicalLocation(json, path, line, column, snippet: null);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void CodeFlow(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        foreach (var step in finding.Flow) Step(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void Step(Utf8JsonWriter json, FlowStep step)
    {
        json.WriteStartObject();
        json.WriteStartObject("location");
        PhysicalLocation(json, step.Path, step.Line, 0, step.Code);
        if (step.Method is { } method)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", method);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        Message(json, step.Type is { } type ? $"{step.Symbol} : {type}" : step.Symbol);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A path as a relative reference (RFC 3986): nearly all are one as they stand.</summary>
    static string UriOf(string path) => path.AsSpan().ContainsAnyExcept(Unreserved) ? string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) : path;

    static void PhysicalLocation(Utf8JsonWriter json, string path, int line, int column, string? snippet)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(path));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        if (line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            if (column > 0) json.WriteNumber("startColumn", column);
            if (snippet is not null)
            {
                json.WriteStartObject("snippet");
                json.WriteString("text", snippet);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
