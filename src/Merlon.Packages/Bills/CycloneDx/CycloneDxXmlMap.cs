using System.Collections.Immutable;
using System.Xml.Linq;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Turns CycloneDX's XML elements into a bill's items. Children share the namespace of their element.</summary>
static class CycloneDxXmlMap
{
    public static string? Text(XElement? element, string child) => element?.Element(element.Name.Namespace + child)?.Value.Trim();

    /// <summary>A component, followed by those nested in it.</summary>
    public static IEnumerable<BillComponent> Components(XElement xml, string? parent)
    {
        var component = Component(xml, parent);
        yield return component;
        foreach (var nested in Children(xml, "components", "component").SelectMany(child => Components(child, component.Ref ?? parent))) yield return nested;
    }

    static BillComponent Component(XElement xml, string? parent) => new()
    {
        Ref = xml.Attribute("bom-ref")?.Value,
        Parent = parent,
        Kind = xml.Attribute("type")?.Value ?? "library",
        Group = Text(xml, "group"),
        Name = Text(xml, "name") ?? "",
        Version = Text(xml, "version"),
        Purl = Purl.TryParse(Text(xml, "purl"), out var purl) ? purl : null,
        Cpe = Text(xml, "cpe"),
        Description = Text(xml, "description"),
        Publisher = Text(xml, "publisher") ?? Text(xml.Element(xml.Name.Namespace + "supplier"), "name"),
        Copyright = Text(xml, "copyright"),
        Scope = Text(xml, "scope"),
        Licenses = [.. Licenses(xml)],
        Hashes = [.. Children(xml, "hashes", "hash").Select(hash => new BillHash(hash.Attribute("alg")?.Value ?? "", hash.Value.Trim()))],
    };

    public static IEnumerable<BillDependency> Dependencies(XElement xml)
    {
        if (xml.Attribute("ref")?.Value is { } reference)
            yield return new(reference, [.. xml.Elements(xml.Name.Namespace + "dependency").Select(d => d.Attribute("ref")?.Value).OfType<string>()]);
    }

    public static BillVulnerability Vulnerability(XElement xml)
    {
        var analysis = xml.Element(xml.Name.Namespace + "analysis");
        var ratings = Children(xml, "ratings", "rating").ToList();
        return new()
        {
            Id = Text(xml, "id") ?? "",
            Source = Text(xml.Element(xml.Name.Namespace + "source"), "name"),
            Description = Text(xml, "description"),
            Recommendation = Text(xml, "recommendation"),
            Severity = ratings.Select(rating => SeverityScale.Of(Text(rating, "severity"))).DefaultIfEmpty().Max(),
            CvssVector = ratings.Select(rating => Text(rating, "vector")).FirstOrDefault(vector => Cvss.TryParse(vector, out _)),
            Cwes = [.. Children(xml, "cwes", "cwe").Select(cwe => $"CWE-{cwe.Value.Trim()}")],
            Affects = [.. Children(xml, "affects", "target").Select(target => Text(target, "ref")).OfType<string>()],
            AnalysisState = Text(analysis, "state"),
            AnalysisJustification = Text(analysis, "justification"),
            AnalysisDetail = Text(analysis, "detail"),
        };
    }

    /// <summary>A list of tools up to 1.4, since then components and services.</summary>
    public static ImmutableArray<string> Tools(XElement? xml)
    {
        if (xml is null) return [];
        var ns = xml.Name.Namespace;
        var tools = xml.Elements(ns + "tool").Concat(Children(xml, "components", "component")).Concat(Children(xml, "services", "service"));
        return [.. tools.Select(tool => $"{Text(tool, "name")} {Text(tool, "version")}".Trim()).Where(name => name.Length > 0)];
    }

    static IEnumerable<BillLicense> Licenses(XElement xml)
    {
        var ns = xml.Name.Namespace;
        foreach (var license in xml.Elements(ns + "licenses").Elements())
        {
            var acknowledgement = license.Attribute("acknowledgement")?.Value;
            if (license.Name == ns + "expression") yield return new(license.Value.Trim(), IsExpression: true, acknowledgement);
            else if (license.Name == ns + "expression-detailed" && license.Attribute("expression")?.Value is { } detailed) yield return new(detailed, IsExpression: true, acknowledgement);
            else if (Text(license, "id") is { } id) yield return new(id, IsExpression: true, acknowledgement);
            else if (Text(license, "name") is { } name) yield return new(name, IsExpression: false, acknowledgement);
        }
    }

    static IEnumerable<XElement> Children(XElement xml, string list, string item) =>
        xml.Elements(xml.Name.Namespace + list).Elements(xml.Name.Namespace + item);
}
