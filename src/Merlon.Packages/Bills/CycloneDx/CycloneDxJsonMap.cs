using System.Collections.Immutable;
using System.Text.Json;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Turns CycloneDX's JSON objects into a bill's items; members of a wrong type read as missing.</summary>
static class CycloneDxJsonMap
{
    /// <summary>A component, followed by those nested in it.</summary>
    public static IEnumerable<BillComponent> Components(JsonElement json, string? parent)
    {
        if (json.ValueKind != JsonValueKind.Object) yield break;
        var component = Component(json, parent);
        yield return component;
        foreach (var nested in json.Items("components").SelectMany(child => Components(child, component.Ref ?? parent))) yield return nested;
    }

    static BillComponent Component(JsonElement json, string? parent) => new()
    {
        Ref = json.Text("bom-ref"),
        Parent = parent,
        Kind = json.Text("type") ?? "library",
        Group = json.Text("group"),
        Name = json.Text("name") ?? "",
        Version = json.Text("version"),
        Purl = Purl.TryParse(json.Text("purl"), out var purl) ? purl : null,
        Cpe = json.Text("cpe"),
        Description = json.Text("description"),
        Publisher = json.Text("publisher") ?? json.Member("supplier").Text("name"),
        Copyright = json.Text("copyright"),
        Scope = json.Text("scope"),
        Licenses = Licenses(json.Member("licenses")),
        Hashes = [.. json.Items("hashes").Select(hash => new BillHash(hash.Text("alg") ?? "", hash.Text("content") ?? ""))],
    };

    public static IEnumerable<BillDependency> Dependency(JsonElement json)
    {
        if (json.Text("ref") is { } reference) yield return new(reference, json.Texts("dependsOn"));
    }

    public static BillVulnerability Vulnerability(JsonElement json)
    {
        var analysis = json.Member("analysis");
        var ratings = json.Items("ratings").ToList();
        return new()
        {
            Id = json.Text("id") ?? "",
            Source = json.Member("source").Text("name"),
            Description = json.Text("description"),
            Recommendation = json.Text("recommendation"),
            Severity = ratings.Select(rating => SeverityScale.Of(rating.Text("severity"))).DefaultIfEmpty().Max(),
            CvssVector = ratings.Select(rating => rating.Text("vector")).FirstOrDefault(vector => Cvss.TryParse(vector, out _)),
            Cwes = [.. json.Items("cwes").Where(cwe => cwe.ValueKind == JsonValueKind.Number).Select(cwe => $"CWE-{cwe.GetRawText()}")],
            Affects = [.. json.Items("affects").Select(affected => affected.Text("ref")).OfType<string>()],
            AnalysisState = analysis.Text("state"),
            AnalysisJustification = analysis.Text("justification"),
            AnalysisDetail = analysis.Text("detail"),
        };
    }

    /// <summary>A list of tools up to 1.4, since then components and services.</summary>
    public static ImmutableArray<string> Tools(JsonElement json)
    {
        var tools = json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : json.Items("components").Concat(json.Items("services"));
        return [.. tools.Select(tool => $"{tool.Text("name")} {tool.Text("version")}".Trim()).Where(name => name.Length > 0)];
    }

    static ImmutableArray<BillLicense> Licenses(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(License).OfType<BillLicense>()] : [];

    static BillLicense? License(JsonElement choice)
    {
        if (choice.Text("expression") is { } expression) return new(expression, IsExpression: true, choice.Text("acknowledgement"));
        var license = choice.Member("license");
        if (license.Text("id") is { } id) return new(id, IsExpression: true, license.Text("acknowledgement"));
        return license.Text("name") is { } name ? new(name, IsExpression: false, license.Text("acknowledgement")) : null;
    }
}
