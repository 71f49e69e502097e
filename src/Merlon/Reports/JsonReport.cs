using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Merlon.Analysis;

namespace Merlon.Reports;

/// <summary>
/// One object: files, packages, vulnerabilities, findings, notes, statistics. Files go out as they come; the rest is kept until its
/// list begins, because findings of single files come between the files.
/// </summary>
sealed class JsonReport : IScanReport
{
    private const int FlushAt = 64 * 1024;

    // Digests that a scan did not take are left out.
    private static readonly JsonTypeInfo<ScannedFile> File = (JsonTypeInfo<ScannedFile>)new JsonSerializerOptions(CodeScanJson.Default.Options)
    {
        TypeInfoResolver = CodeScanJson.Default.WithAddedModifier(static type =>
        {
            if (type.Type != typeof(ScannedFile)) return;
            foreach (var property in type.Properties.Where(p => p.PropertyType == typeof(string))) property.ShouldSerialize = static (_, value) => value is not "";
        }),
    }.GetTypeInfo(typeof(ScannedFile));

    public string Format => "json";

    public bool ShowsDigests => true;

    public async Task Write(IAsyncEnumerable<ScanResult> results, Stream output, ReportSubject subject, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var rest = new CollectedResults();
        json.WriteStartObject();
        json.WriteStartArray("files");
        await foreach (var result in results.WithCancellation(ct))
        {
            if (result is ScannedFile file) JsonSerializer.Serialize(json, file, File);
            else rest.Add(result);
            if (json.BytesPending > FlushAt) await json.FlushAsync(ct);
        }
        json.WriteEndArray();
        Array(json, "packages", rest.Packages, CodeScanJson.Default.FoundPackage);
        Array(json, "vulnerabilities", rest.Vulnerabilities, CodeScanJson.Default.FoundVulnerability);
        Array(json, "findings", rest.Findings, CodeScanJson.Default.Finding);
        Array(json, "notes", rest.Notes, CodeScanJson.Default.ScanNote);
        json.WritePropertyName("statistics");
        JsonSerializer.Serialize(json, rest.Statistics, CodeScanJson.Default.ScanStatistics);
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, JsonTypeInfo<T> type)
    {
        json.WriteStartArray(name);
        foreach (var item in items) JsonSerializer.Serialize(json, item, type);
        json.WriteEndArray();
    }
}
