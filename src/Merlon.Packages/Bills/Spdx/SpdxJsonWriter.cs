using System.Text.Encodings.Web;
using System.Text.Json;

namespace Merlon.Packages.Bills.Spdx;

/// <summary>
/// Writes SPDX 2.3 in JSON, item by item. Refs become SPDX ids of their own ("SPDXRef-Package-1"), numbered as the packages
/// come; a dependency on something that is no package of the bill is left out.
/// </summary>
public static class SpdxJsonWriter
{
    const string Document = "SPDXRef-DOCUMENT";
    const string Unsaid = "NOASSERTION";
    const int FlushedBytes = 1 << 16;

    /// <summary>Writes the packages, then the relationships. The header's serial number becomes the document's namespace.</summary>
    public static void Write(Stream stream, BillHeader header, DateTimeOffset now, IEnumerable<BillComponent> components, IEnumerable<BillDependency>? dependencies = null)
    {
        using var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        json.WriteStartObject();
        WriteHeader(json, header, header.Created ?? now);

        json.WriteStartArray("packages");
        var packages = header.Subject is { } subject ? components.Prepend(subject) : components;
        var count = 0;
        foreach (var component in packages)
        {
            var id = $"SPDXRef-Package-{++count}";
            if (component.Ref is not null) ids.TryAdd(component.Ref, id);
            WritePackage(json, component, id);
            if (json.BytesPending > FlushedBytes) json.Flush();
        }
        json.WriteEndArray();
        WriteRelationships(json, header, count, ids, dependencies ?? []);
        json.WriteEndObject();
    }

    static void WriteHeader(Utf8JsonWriter json, BillHeader header, DateTimeOffset created)
    {
        var name = header.Name ?? header.Subject?.Name ?? "bill of materials";
        json.WriteString("spdxVersion", "SPDX-2.3");
        json.WriteString("dataLicense", "CC0-1.0");
        json.WriteString("SPDXID", Document);
        json.WriteString("name", name);
        json.WriteString("documentNamespace", header.SerialNumber ?? $"urn:merlon:{Uri.EscapeDataString(name)}:{created.ToUnixTimeSeconds()}");
        json.WriteStartObject("creationInfo");
        json.WriteString("created", created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"));
        json.WriteStartArray("creators");
        foreach (var tool in header.Tools.DefaultIfEmpty("Merlon")) json.WriteStringValue($"Tool: {tool}");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WritePackage(Utf8JsonWriter json, BillComponent component, string id)
    {
        json.WriteStartObject();
        json.WriteString("SPDXID", id);
        json.WriteString("name", component.Group is null ? component.Name : $"{component.Group}/{component.Name}");
        if (component.Version is not null) json.WriteString("versionInfo", component.Version);
        if (component.Publisher is not null) json.WriteString("supplier", $"Organization: {component.Publisher}");
        if (component.Description is not null) json.WriteString("description", component.Description);
        json.WriteString("downloadLocation", Unsaid);
        json.WriteBoolean("filesAnalyzed", false);
        json.WriteString("licenseConcluded", Licenses(component, "concluded"));
        json.WriteString("licenseDeclared", Licenses(component, "declared"));
        json.WriteString("copyrightText", component.Copyright ?? Unsaid);
        if (!component.Hashes.IsEmpty) WriteChecksums(json, component);
        if (component.Purl is not null || component.Cpe is not null) WriteReferences(json, component);
        json.WriteEndObject();
    }

    /// <summary>What is neither declared nor concluded counts as declared; free names are no SPDX expression.</summary>
    static string Licenses(BillComponent component, string acknowledgement)
    {
        var expressions = component.Licenses.Where(license => license.IsExpression && (license.Acknowledgement ?? "declared") == acknowledgement).Select(license => license.Value).ToList();
        return expressions.Count switch
        {
            0 => Unsaid,
            1 => expressions[0],
            _ => string.Join(" AND ", expressions.Select(static expression => expression.Contains(' ', StringComparison.Ordinal) ? $"({expression})" : expression)),
        };
    }

    static void WriteChecksums(Utf8JsonWriter json, BillComponent component)
    {
        json.WriteStartArray("checksums");
        foreach (var hash in component.Hashes)
        {
            json.WriteStartObject();
            json.WriteString("algorithm", SpdxWords.ToSpdxAlgorithm(hash.Algorithm));
            json.WriteString("checksumValue", hash.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteReferences(Utf8JsonWriter json, BillComponent component)
    {
        json.WriteStartArray("externalRefs");
        if (component.Purl is not null) WriteReference(json, "PACKAGE-MANAGER", "purl", component.Purl.ToString());
        if (component.Cpe is not null) WriteReference(json, "SECURITY", component.Cpe.StartsWith("cpe:2.3:", StringComparison.Ordinal) ? "cpe23Type" : "cpe22Type", component.Cpe);
        json.WriteEndArray();
    }

    static void WriteReference(Utf8JsonWriter json, string category, string type, string locator)
    {
        json.WriteStartObject();
        json.WriteString("referenceCategory", category);
        json.WriteString("referenceType", type);
        json.WriteString("referenceLocator", locator);
        json.WriteEndObject();
    }

    /// <summary>The document describes its subject, or, without one, every package.</summary>
    static void WriteRelationships(Utf8JsonWriter json, BillHeader header, int count, Dictionary<string, string> ids, IEnumerable<BillDependency> dependencies)
    {
        json.WriteStartArray("relationships");
        for (var i = 1; i <= (header.Subject is null ? count : 1); i++) WriteRelationship(json, Document, "DESCRIBES", $"SPDXRef-Package-{i}");
        foreach (var dependency in dependencies)
            foreach (var reference in dependency.DependsOn)
                if (ids.TryGetValue(dependency.Ref, out var from) && ids.TryGetValue(reference, out var to)) WriteRelationship(json, from, "DEPENDS_ON", to);
        json.WriteEndArray();
    }

    static void WriteRelationship(Utf8JsonWriter json, string from, string type, string to)
    {
        json.WriteStartObject();
        json.WriteString("spdxElementId", from);
        json.WriteString("relationshipType", type);
        json.WriteString("relatedSpdxElement", to);
        json.WriteEndObject();
    }
}
