using System.Collections.Immutable;
using System.Text.Json;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Turns CycloneDX's JSON objects into a bill's items; members of a wrong type read as missing. Words that repeat are one text.</summary>
sealed class CycloneDxJsonMap
{
    readonly TextPool words = new();

    /// <summary>Adds a component, followed by those nested in it.</summary>
    public void AddComponents(JsonElement json, string? parent, List<BillItem> into)
    {
        if (json.ValueKind != JsonValueKind.Object) return;
        var component = Component(json, parent);
        into.Add(component);
        if (json.Member("components"u8) is not { ValueKind: JsonValueKind.Array } nested) return;
        foreach (var child in nested.EnumerateArray()) AddComponents(child, component.Ref ?? parent, into);
    }

    BillComponent Component(JsonElement json, string? parent) => new()
    {
        Ref = json.Text("bom-ref"u8),
        Parent = parent,
        Kind = json.Text("type"u8, words) ?? "library",
        Group = json.Text("group"u8, words),
        Name = json.Text("name"u8) ?? "",
        Version = json.Text("version"u8, words),
        Purl = Purl.TryParse(json.Text("purl"u8), out var purl) ? purl : null,
        Cpe = json.Text("cpe"u8),
        Description = json.Text("description"u8),
        Publisher = json.Text("publisher"u8, words) ?? json.Member("supplier"u8).Text("name"u8, words),
        Copyright = json.Text("copyright"u8),
        Scope = json.Text("scope"u8, words),
        Licenses = Licenses(json.Member("licenses"u8)),
        Hashes = Hashes(json.Member("hashes"u8)),
    };

    ImmutableArray<BillHash> Hashes(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) return [];
        var hashes = ImmutableArray.CreateBuilder<BillHash>(json.GetArrayLength());
        foreach (var hash in json.EnumerateArray()) hashes.Add(new(hash.Text("alg"u8, words) ?? "", hash.Text("content"u8) ?? ""));
        return hashes.MoveToImmutable();
    }

    public static void AddDependency(JsonElement json, List<BillItem> into)
    {
        if (json.Text("ref"u8) is { } reference) into.Add(new BillDependency(reference, json.Texts("dependsOn")));
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

    ImmutableArray<BillLicense> Licenses(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) return [];
        var licenses = ImmutableArray.CreateBuilder<BillLicense>(json.GetArrayLength());
        foreach (var choice in json.EnumerateArray())
            if (License(choice) is { } license) licenses.Add(license);
        return licenses.DrainToImmutable();
    }

    BillLicense? License(JsonElement choice)
    {
        if (choice.Text("expression"u8, words) is { } expression) return new(expression, IsExpression: true, choice.Text("acknowledgement"u8, words));
        var license = choice.Member("license"u8);
        if (license.Text("id"u8, words) is { } id) return new(id, IsExpression: true, license.Text("acknowledgement"u8, words));
        return license.Text("name"u8, words) is { } name ? new(name, IsExpression: false, license.Text("acknowledgement"u8, words)) : null;
    }
}
