using System.Text.Json;
using Merlon.Packages.Purls;

namespace Merlon.Vectors;

/// <summary>The test files of purl-spec: parse (to the letter), build, and validate or roundtrip (as written to canonical).</summary>
static class PurlVectors
{
    static readonly string[] PartNames = ["type", "namespace", "name", "version", "subpath"];

    public static IEnumerable<Verdict> Run(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var test in document.RootElement.GetProperty("tests").EnumerateArray()) yield return Check(Path.GetFileName(file), test);
    }

    static Verdict Check(string file, JsonElement test)
    {
        var purl = Run(test);
        var fails = test.GetProperty("expected_failure").GetBoolean();
        var holds = fails ? purl is null : purl is not null && Agrees(purl, test.GetProperty("expected_output"));
        return new(holds ? null : $"{file}: {test.GetProperty("description")}: {test.GetProperty("test_type")} {test.GetProperty("input").GetRawText()} gave {purl?.ToString() ?? "nothing"}");
    }

    static Purl? Run(JsonElement test)
    {
        var input = test.GetProperty("input");
        switch (test.GetProperty("test_type").GetString())
        {
            case "build": return Build(input);
            case "parse": return Purl.TryParseExact(input.GetString(), out var exact) ? exact : null;
            default: return Purl.TryParse(input.GetString(), out var purl) ? purl : null;
        }
    }

    static Purl? Build(JsonElement parts)
    {
        var qualifiers = parts.TryGetProperty("qualifiers", out var q) && q.ValueKind == JsonValueKind.Object
            ? q.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString() ?? ""))
            : [];
        return Purl.Build(Text(parts, "type"), Text(parts, "namespace"), Text(parts, "name"), Text(parts, "version"), qualifiers, Text(parts, "subpath"));
    }

    static bool Agrees(Purl purl, JsonElement expected)
    {
        if (expected.ValueKind == JsonValueKind.String) return purl.ToString() == expected.GetString();
        string?[] parts = [purl.Type, purl.Namespace, purl.Name, purl.Version, purl.Subpath];
        return PartNames.Zip(parts).All(part => Text(expected, part.First) == part.Second) && SameQualifiers(purl, expected);
    }

    static bool SameQualifiers(Purl purl, JsonElement expected)
    {
        if (!expected.TryGetProperty("qualifiers", out var q) || q.ValueKind != JsonValueKind.Object) return purl.Qualifiers.IsEmpty;
        return q.EnumerateObject().All(p => purl.Qualifier(p.Name) == p.Value.GetString()) && q.EnumerateObject().Count() == purl.Qualifiers.Count;
    }

    static string? Text(JsonElement parts, string name) =>
        parts.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
