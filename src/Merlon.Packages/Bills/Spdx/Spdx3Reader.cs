using System.Collections.Immutable;
using System.Text.Json;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Bills.Spdx;

/// <summary>
/// Reads SPDX 3.0 in JSON-LD with the specification's own context, whose short names are read as they stand; other contexts
/// are not resolved. Licences hang on relationships, so that packages are handed out at the end of the graph.
/// </summary>
sealed class Spdx3Reader(BillLimits limits)
{
    readonly Problems problems = new();
    readonly List<BillComponent> packages = [];
    readonly List<(string From, string Type, string To)> relationships = [];
    readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    BillHeader header = new() { Format = BillFormat.Spdx3Json };
    string? subject;

    public IEnumerable<BillItem> Read(Stream stream)
    {
        using var items = new JsonItemStream(stream, limits);
        while (SafeJson.Next(items, problems, out var item))
            SafeJson.Take(item, Take, problems);

        if (!header.SpecVersion.StartsWith("3.0", StringComparison.Ordinal)) problems.Add("/@graph", "names no version 3.0 in its creation information");
        foreach (var problem in problems.Take()) yield return problem;

        var relations = relationships.ToLookup(r => r.From, StringComparer.Ordinal);
        foreach (var package in packages) yield return package with { Licenses = Licenses(relations[package.Ref ?? ""]) };
        foreach (var (from, type, to) in relationships)
            if (SpdxWords.Dependency(from, type, to) is { } dependency) yield return dependency;
        yield return header with { Subject = packages.Find(package => package.Ref is not null && package.Ref == subject) };
    }

    IEnumerable<BillItem> Take(JsonItem item)
    {
        if (item.Name == "@graph" && item.Value.ValueKind == JsonValueKind.Object) TakeElement(item.Value);
        return [];
    }

    void TakeElement(JsonElement element)
    {
        var id = element.Text("spdxId") ?? element.Text("@id");
        switch (element.Text("type") ?? element.Text("@type"))
        {
            case "CreationInfo": header = header with { SpecVersion = element.Text("specVersion") ?? "", Created = element.Time("created") }; break;
            case "SpdxDocument": header = header with { SerialNumber = id, Name = element.Text("name") }; break;
            case "software_Sbom" or "Bom": subject = element.Texts("rootElement").FirstOrDefault(); break;
            case "software_Package": packages.Add(Package(element, id)); break;
            case "Relationship" or "LifecycleScopedRelationship": TakeRelationship(element); break;
            case "Tool": header = header with { Tools = header.Tools.Add(element.Text("name") ?? "") }; break;
            case "simplelicensing_LicenseExpression" when id is not null: names[id] = element.Text("simplelicensing_licenseExpression") ?? ""; break;
            case "expandedlicensing_ListedLicense" when id is not null: names[id] = id[(id.LastIndexOf('/') + 1)..]; break;
            case "Organization" or "Person" when id is not null: names[id] = element.Text("name") ?? ""; break;
        }
    }

    void TakeRelationship(JsonElement element)
    {
        if (element.Text("from") is not { } from || element.Text("relationshipType") is not { } type)
        {
            problems.Add("/@graph", "holds a relationship without its beginning or its type");
            return;
        }
        foreach (var to in element.Texts("to")) relationships.Add((from, type, to));
    }

    BillComponent Package(JsonElement element, string? id)
    {
        if (id is null || element.Text("name") is null) problems.Add("/@graph", "holds a package without \"spdxId\" or \"name\"");
        var identifiers = element.Items("externalIdentifier").ToLookup(e => e.Text("externalIdentifierType") ?? "", e => e.Text("identifier"), StringComparer.Ordinal);
        var purls = identifiers["packageUrl"].Prepend(element.Text("software_packageUrl"));
        return new()
        {
            Ref = id,
            Kind = SpdxWords.Kind(element.Text("software_primaryPurpose")),
            Name = element.Text("name") ?? "",
            Version = element.Text("software_packageVersion"),
            Purl = purls.Select(text => Purl.TryParse(text, out var purl) ? purl : null).FirstOrDefault(purl => purl is not null),
            Cpe = identifiers["cpe23"].Concat(identifiers["cpe22"]).FirstOrDefault(),
            Description = element.Text("description") ?? element.Text("summary"),
            Publisher = names.GetValueOrDefault(element.Text("suppliedBy") ?? ""),
            Copyright = element.Text("software_copyrightText"),
            Hashes = [.. element.Items("verifiedUsing").Select(h => new BillHash(SpdxWords.Algorithm(h.Text("algorithm") ?? ""), h.Text("hashValue") ?? ""))],
        };
    }

    ImmutableArray<BillLicense> Licenses(IEnumerable<(string From, string Type, string To)> relations)
    {
        string? Of(string type) => relations.Where(r => r.Type == type).Select(r => names.GetValueOrDefault(r.To)).FirstOrDefault(SpdxWords.SaysSomething);
        return SpdxWords.Licenses(Of("hasDeclaredLicense"), Of("hasConcludedLicense"));
    }
}
