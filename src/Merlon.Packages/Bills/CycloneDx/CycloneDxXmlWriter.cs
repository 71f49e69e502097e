using System.Text;
using System.Xml;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Writes CycloneDX 1.6 in XML, item by item; the order of elements is the one that its rules ask for.</summary>
public static class CycloneDxXmlWriter
{
    const string Namespace = CycloneDxVersion.XmlNamespacePrefix + "1.6";

    /// <summary>Writes the header, then everything that the lists hand out. Items must obey the rules; refs must be unique.</summary>
    public static void Write(
        Stream stream, BillHeader header, IEnumerable<BillComponent> components,
        IEnumerable<BillDependency>? dependencies = null, IEnumerable<BillVulnerability>? vulnerabilities = null)
    {
        using var xml = XmlWriter.Create(stream, new() { Indent = true, Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartElement("bom", Namespace);
        if (header.SerialNumber is not null) xml.WriteAttributeString("serialNumber", header.SerialNumber);
        xml.WriteAttributeString("version", "1");
        WriteMetadata(xml, header);
        WriteList(xml, "components", components, WriteComponent);
        WriteList(xml, "dependencies", dependencies ?? [], WriteDependency);
        if (vulnerabilities is not null) WriteList(xml, "vulnerabilities", vulnerabilities, WriteVulnerability);
        xml.WriteEndElement();
    }

    static void WriteList<T>(XmlWriter xml, string name, IEnumerable<T> items, Action<XmlWriter, T> write)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var item in items) write(xml, item);
        xml.WriteEndElement();
    }

    static void WriteMetadata(XmlWriter xml, BillHeader header)
    {
        xml.WriteStartElement("metadata", Namespace);
        WriteText(xml, "timestamp", header.Created?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"));
        if (!header.Tools.IsEmpty)
        {
            xml.WriteStartElement("tools", Namespace);
            WriteList(xml, "components", header.Tools.Select(static tool => new BillComponent { Kind = "application", Name = tool }), WriteComponent);
            xml.WriteEndElement();
        }
        if (header.Subject is not null) WriteComponent(xml, header.Subject);
        xml.WriteEndElement();
    }

    static void WriteComponent(XmlWriter xml, BillComponent component)
    {
        xml.WriteStartElement("component", Namespace);
        xml.WriteAttributeString("type", component.Kind);
        if (!string.IsNullOrEmpty(component.Ref)) xml.WriteAttributeString("bom-ref", component.Ref);
        WriteText(xml, "publisher", component.Publisher);
        WriteText(xml, "group", component.Group);
        xml.WriteElementString("name", Namespace, Printable(component.Name));
        WriteText(xml, "version", component.Version);
        WriteText(xml, "description", component.Description);
        WriteText(xml, "scope", component.Scope);
        if (!component.Hashes.IsEmpty) WriteList(xml, "hashes", component.Hashes, WriteHash);
        if (!component.Licenses.IsEmpty) WriteList(xml, "licenses", BillLicenses.ForCycloneDx(component.Licenses), WriteLicense);
        WriteText(xml, "copyright", component.Copyright);
        WriteText(xml, "cpe", component.Cpe);
        WriteText(xml, "purl", component.Purl?.ToString());
        xml.WriteEndElement();
    }

    static void WriteHash(XmlWriter xml, BillHash hash)
    {
        xml.WriteStartElement("hash", Namespace);
        xml.WriteAttributeString("alg", hash.Algorithm);
        xml.WriteString(hash.Value);
        xml.WriteEndElement();
    }

    static void WriteLicense(XmlWriter xml, WrittenLicense license)
    {
        xml.WriteStartElement(license.Expression ? "expression" : "license", Namespace);
        if (license.Acknowledgement is not null) xml.WriteAttributeString("acknowledgement", license.Acknowledgement);
        if (license.Expression) xml.WriteString(Printable(license.Value));
        else xml.WriteElementString(license.IsId ? "id" : "name", Namespace, Printable(license.Value));
        xml.WriteEndElement();
    }

    static void WriteDependency(XmlWriter xml, BillDependency dependency)
    {
        xml.WriteStartElement("dependency", Namespace);
        xml.WriteAttributeString("ref", dependency.Ref);
        foreach (var reference in dependency.DependsOn.Distinct(StringComparer.Ordinal))
        {
            xml.WriteStartElement("dependency", Namespace);
            xml.WriteAttributeString("ref", reference);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    static void WriteVulnerability(XmlWriter xml, BillVulnerability vulnerability)
    {
        xml.WriteStartElement("vulnerability", Namespace);
        xml.WriteElementString("id", Namespace, vulnerability.Id);
        if (vulnerability.Source is not null) WriteList(xml, "source", [vulnerability.Source], static (writer, name) => WriteText(writer, "name", name));
        WriteList(xml, "ratings", [vulnerability], WriteRating);
        var cwes = BillVulnerabilities.CweNumbers(vulnerability).ToList();
        if (cwes.Count > 0) WriteList(xml, "cwes", cwes, static (writer, cwe) => WriteText(writer, "cwe", cwe.ToString()));
        WriteText(xml, "description", vulnerability.Description);
        WriteText(xml, "recommendation", vulnerability.Recommendation);
        if (vulnerability.AnalysisState is not null) WriteList(xml, "analysis", [vulnerability], WriteAnalysis);
        if (!vulnerability.Affects.IsEmpty) WriteList(xml, "affects", vulnerability.Affects, WriteAffected);
        xml.WriteEndElement();
    }

    static void WriteRating(XmlWriter xml, BillVulnerability vulnerability)
    {
        var score = BillVulnerabilities.Score(vulnerability);
        xml.WriteStartElement("rating", Namespace);
        WriteText(xml, "score", score?.BaseScore.ToString());
        WriteText(xml, "severity", BillVulnerabilities.Word(vulnerability.Severity));
        if (score is not null) WriteText(xml, "method", BillVulnerabilities.Method(score.Version));
        WriteText(xml, "vector", score?.Vector);
        xml.WriteEndElement();
    }

    static void WriteAnalysis(XmlWriter xml, BillVulnerability vulnerability)
    {
        WriteText(xml, "state", vulnerability.AnalysisState);
        WriteText(xml, "justification", vulnerability.AnalysisJustification);
        WriteText(xml, "detail", vulnerability.AnalysisDetail);
    }

    static void WriteAffected(XmlWriter xml, string reference) =>
        WriteList(xml, "target", [reference], static (writer, value) => WriteText(writer, "ref", value));

    static void WriteText(XmlWriter xml, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) xml.WriteElementString(name, Namespace, Printable(value));
    }

    /// <summary>XML has no way to write most control characters.</summary>
    static string Printable(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
