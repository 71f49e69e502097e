using System.Text.Json;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Bills.Spdx;

/// <summary>Reads SPDX 2.2 and 2.3 in JSON, list by list and item by item. Files inside packages are not components and are passed over.</summary>
sealed class SpdxJsonReader(BillLimits limits)
{
    static readonly string[] Mandatory = ["spdxVersion", "SPDXID", "name", "documentNamespace", "dataLicense", "creationInfo"];
    static readonly string[] MandatoryInPackage = ["SPDXID", "name", "downloadLocation"];

    readonly Problems problems = new();
    readonly HashSet<string> members = new(StringComparer.Ordinal);
    BillHeader header = new() { Format = BillFormat.SpdxJson };

    public IEnumerable<BillItem> Read(Stream stream)
    {
        using var items = new JsonItemStream(stream, limits);
        while (SafeJson.Next(items, problems, out var item))
        {
            members.Add(item.Name);
            foreach (var read in SafeJson.Take(item, Take, problems)) yield return read;
            foreach (var problem in problems.Take()) yield return problem;
        }
        foreach (var missing in Mandatory.Where(name => !members.Contains(name))) problems.Add("", $"lacks \"{missing}\"");
        if (header.SpecVersion is not ("SPDX-2.2" or "SPDX-2.3")) problems.Add("/spdxVersion", "is not SPDX-2.2 or SPDX-2.3");
        foreach (var problem in problems.Take()) yield return problem;
        yield return header;
    }

    IEnumerable<BillItem> Take(JsonItem item)
    {
        switch (item.Name)
        {
            case "packages" when item.Value.ValueKind == JsonValueKind.Object: return [Package(item.Value, $"/packages/{item.Index}")];
            case "relationships" when item.Value.ValueKind == JsonValueKind.Object: return Relationship(item.Value) is { } dependency ? [dependency] : [];
            case "documentDescribes" when item.Value.ValueKind == JsonValueKind.String: Describe(item.Value.GetString()!); break;
            case "spdxVersion" when item.Value.ValueKind == JsonValueKind.String: header = header with { SpecVersion = item.Value.GetString()! }; break;
            case "name" when item.Value.ValueKind == JsonValueKind.String: header = header with { Name = item.Value.GetString() }; break;
            case "documentNamespace" when item.Value.ValueKind == JsonValueKind.String: header = header with { SerialNumber = item.Value.GetString() }; break;
            case "creationInfo": header = header with { Created = item.Value.Time("created"), Tools = [.. item.Value.Texts("creators").Where(IsTool).Select(tool => tool[5..].Trim())] }; break;
        }
        return [];
    }

    static bool IsTool(string creator) => creator.StartsWith("Tool:", StringComparison.Ordinal);

    BillDependency? Relationship(JsonElement json)
    {
        var (from, type, to) = (json.Text("spdxElementId"), json.Text("relationshipType"), json.Text("relatedSpdxElement"));
        if (from is null || type is null || to is null) problems.Add("/relationships", "holds a relationship without its ends or its type");
        if (type == "DESCRIBES" && to is not null) Describe(to);
        return SpdxWords.Dependency(from, type, to);
    }

    void Describe(string reference) => header = header with { Subject = header.Subject ?? new() { Ref = reference, Name = header.Name ?? "" } };

    BillComponent Package(JsonElement json, string path)
    {
        foreach (var missing in MandatoryInPackage.Where(name => json.Text(name) is null)) problems.Add(path, $"lacks \"{missing}\"");
        var references = json.Items("externalRefs").ToLookup(r => r.Text("referenceType") ?? "", r => r.Text("referenceLocator"), StringComparer.Ordinal);
        return new()
        {
            Ref = json.Text("SPDXID"),
            Kind = SpdxWords.Kind(json.Text("primaryPackagePurpose")),
            Name = json.Text("name") ?? "",
            Version = json.Text("versionInfo"),
            Purl = references["purl"].Select(text => Purl.TryParse(text, out var purl) ? purl : null).FirstOrDefault(purl => purl is not null),
            Cpe = references["cpe23Type"].Concat(references["cpe22Type"]).FirstOrDefault(),
            Description = json.Text("description") ?? json.Text("summary"),
            Publisher = SpdxWords.Actor(json.Text("supplier")),
            Copyright = SpdxWords.SaysSomething(json.Text("copyrightText")) ? json.Text("copyrightText") : null,
            Licenses = SpdxWords.Licenses(json.Text("licenseDeclared"), json.Text("licenseConcluded")),
            Hashes = [.. json.Items("checksums").Select(c => new BillHash(SpdxWords.Algorithm(c.Text("algorithm") ?? ""), c.Text("checksumValue") ?? ""))],
        };
    }
}
