using System.Globalization;
using System.Text.Json;

namespace Merlon.Analysis.Sarif;

/// <summary>A reportingDescriptor: what a rule is about, in the fields that GitHub and others read.</summary>
sealed record SarifRule(string Id, string Text, IReadOnlyList<string> Tags, double? Score)
{
    public static SarifRule Of(Finding finding) => new(
        finding.Rule,
        finding.Tags.FirstOrDefault(t => t.Key == "category")?.Value ?? finding.Title,
        ["security", .. finding.Cwe is { } cwe ? [Tag(cwe.ToString(CultureInfo.InvariantCulture))] : Array.Empty<string>(), .. finding.Tags.Where(t => t.Key == "related_cwe").Select(t => Tag(t.Value))],
        ScoreOf(finding.Severity));

    static string Tag(string cwe) => $"external/cwe/cwe-{cwe.PadLeft(3, '0')}";

    public static SarifRule Of(FoundVulnerability vulnerability) => new(
        vulnerability.Id, vulnerability.Summary ?? vulnerability.Id, ["security", "vulnerability"],
        vulnerability.Cvss ?? (vulnerability.Severity is { } severity ? ScoreOf(severity) : null));

    /// <summary>GitHub shows "security-severity" in the bands of CVSS; these are within them.</summary>
    static double ScoreOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical => 9.5, FindingSeverity.High => 8.0, FindingSeverity.Medium => 5.5, FindingSeverity.Low => 2.0, _ => 0.0,
    };

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteStartObject("shortDescription");
        json.WriteString("text", Text);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        foreach (var tag in Tags) json.WriteStringValue(tag);
        json.WriteEndArray();
        if (Score is { } score) json.WriteString("security-severity", score.ToString("0.0", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
