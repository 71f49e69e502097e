using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Writes CycloneDX 1.6 in JSON, item by item: a bill of any size needs no memory.</summary>
public static class CycloneDxJsonWriter
{
    const int FlushedBytes = 1 << 16;

    /// <summary>Writes the header, then everything that the lists hand out. Items must obey the rules; refs must be unique.</summary>
    public static void Write(
        Stream stream, BillHeader header, IEnumerable<BillComponent> components,
        IEnumerable<BillDependency>? dependencies = null, IEnumerable<BillVulnerability>? vulnerabilities = null)
    {
        using var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        if (header.SerialNumber is not null) json.WriteString("serialNumber", header.SerialNumber);
        json.WriteNumber("version", 1);
        WriteMetadata(json, header);
        WriteList(json, "components", components, WriteComponent);
        WriteList(json, "dependencies", dependencies ?? [], WriteDependency);
        if (vulnerabilities is not null) WriteList(json, "vulnerabilities", vulnerabilities, WriteVulnerability);
        json.WriteEndObject();
    }

    static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
            if (json.BytesPending > FlushedBytes) json.Flush();
        }
        json.WriteEndArray();
    }

    static void WriteMetadata(Utf8JsonWriter json, BillHeader header)
    {
        json.WriteStartObject("metadata");
        if (header.Created is { } created) json.WriteString("timestamp", created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"));
        if (!header.Tools.IsEmpty)
        {
            json.WriteStartObject("tools");
            WriteList(json, "components", header.Tools.Select(static tool => new BillComponent { Kind = "application", Name = tool }), WriteComponent);
            json.WriteEndObject();
        }
        if (header.Subject is not null)
        {
            json.WritePropertyName("component");
            WriteComponent(json, header.Subject);
        }
        json.WriteEndObject();
    }

    static void WriteComponent(Utf8JsonWriter json, BillComponent component)
    {
        json.WriteStartObject();
        json.WriteString("type", component.Kind);
        WriteText(json, "bom-ref", component.Ref);
        WriteText(json, "publisher", component.Publisher);
        WriteText(json, "group", component.Group);
        json.WriteString("name", component.Name);
        WriteText(json, "version", component.Version);
        WriteText(json, "description", component.Description);
        WriteText(json, "scope", component.Scope);
        if (!component.Hashes.IsEmpty) WriteList(json, "hashes", component.Hashes, WriteHash);
        if (!component.Licenses.IsEmpty) WriteLicenses(json, component.Licenses);
        WriteText(json, "copyright", component.Copyright);
        WriteText(json, "cpe", component.Cpe);
        WriteText(json, "purl", component.Purl?.ToString());
        json.WriteEndObject();
    }

    static void WriteHash(Utf8JsonWriter json, BillHash hash)
    {
        json.WriteStartObject();
        json.WriteString("alg", hash.Algorithm);
        json.WriteString("content", hash.Value);
        json.WriteEndObject();
    }

    /// <summary>One expression, or any number of ids and names.</summary>
    static void WriteLicenses(Utf8JsonWriter json, ImmutableArray<BillLicense> licenses)
    {
        json.WriteStartArray("licenses");
        foreach (var license in BillLicenses.ForCycloneDx(licenses))
        {
            json.WriteStartObject();
            if (license.Expression) json.WriteString("expression", license.Value);
            else json.WriteStartObject("license");
            if (!license.Expression) json.WriteString(license.IsId ? "id" : "name", license.Value);
            WriteText(json, "acknowledgement", license.Acknowledgement);
            if (!license.Expression) json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteDependency(Utf8JsonWriter json, BillDependency dependency)
    {
        json.WriteStartObject();
        json.WriteString("ref", dependency.Ref);
        json.WriteStartArray("dependsOn");
        foreach (var reference in dependency.DependsOn.Distinct(StringComparer.Ordinal)) json.WriteStringValue(reference);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteVulnerability(Utf8JsonWriter json, BillVulnerability vulnerability)
    {
        json.WriteStartObject();
        json.WriteString("id", vulnerability.Id);
        if (vulnerability.Source is not null)
        {
            json.WriteStartObject("source");
            json.WriteString("name", vulnerability.Source);
            json.WriteEndObject();
        }
        WriteRating(json, vulnerability);
        var cwes = BillVulnerabilities.CweNumbers(vulnerability).ToList();
        if (cwes.Count > 0) WriteList(json, "cwes", cwes, static (writer, cwe) => writer.WriteNumberValue(cwe));
        WriteText(json, "description", vulnerability.Description);
        WriteText(json, "recommendation", vulnerability.Recommendation);
        WriteAnalysis(json, vulnerability);
        if (!vulnerability.Affects.IsEmpty) WriteList(json, "affects", vulnerability.Affects, WriteAffected);
        json.WriteEndObject();
    }

    static void WriteRating(Utf8JsonWriter json, BillVulnerability vulnerability)
    {
        json.WriteStartArray("ratings");
        json.WriteStartObject();
        if (BillVulnerabilities.Score(vulnerability) is { } score)
        {
            json.WriteNumber("score", score.BaseScore);
            json.WriteString("severity", BillVulnerabilities.Word(vulnerability.Severity));
            json.WriteString("method", BillVulnerabilities.Method(score.Version));
            json.WriteString("vector", score.Vector);
        }
        else json.WriteString("severity", BillVulnerabilities.Word(vulnerability.Severity));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    static void WriteAnalysis(Utf8JsonWriter json, BillVulnerability vulnerability)
    {
        if (vulnerability.AnalysisState is null) return;
        json.WriteStartObject("analysis");
        json.WriteString("state", vulnerability.AnalysisState);
        WriteText(json, "justification", vulnerability.AnalysisJustification);
        WriteText(json, "detail", vulnerability.AnalysisDetail);
        json.WriteEndObject();
    }

    static void WriteAffected(Utf8JsonWriter json, string reference)
    {
        json.WriteStartObject();
        json.WriteString("ref", reference);
        json.WriteEndObject();
    }

    static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }
}
