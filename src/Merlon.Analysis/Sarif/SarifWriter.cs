using System.Text.Json;

namespace Merlon.Analysis.Sarif;

/// <summary>
/// Writes results as one SARIF 2.1.0 log with one run (docs.oasis-open.org/sarif/sarif/v2.1.0), as they come: nothing is kept but the rules
/// seen and the notes, which stand behind the results. Findings and vulnerabilities become results; other records do not show.
/// </summary>
public sealed class SarifWriter(Stream output, string toolVersion) : IAsyncDisposable
{
    const int FlushAt = 64 * 1024;

    readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
    readonly SortedDictionary<string, SarifRule> rules = new(StringComparer.Ordinal);
    readonly List<ScanNote> notes = [];

    /// <summary>Writes the whole stream of results as a log.</summary>
    public async Task Write(IAsyncEnumerable<ScanResult> results, CancellationToken ct)
    {
        Begin();
        await foreach (var result in results.WithCancellation(ct))
        {
            Add(result);
            if (json.BytesPending > FlushAt) await json.FlushAsync(ct);
        }
        End();
        await json.FlushAsync(ct);
    }

    public ValueTask DisposeAsync() => json.DisposeAsync();

    void Begin()
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
    }

    void Add(ScanResult result)
    {
        switch (result)
        {
            case Finding finding:
                rules.TryAdd(finding.Rule, SarifRule.Of(finding));
                SarifResult.Write(json, finding);
                break;
            case FoundVulnerability vulnerability:
                rules.TryAdd(vulnerability.Id, SarifRule.Of(vulnerability));
                SarifResult.Write(json, vulnerability);
                break;
            case ScanNote note:
                notes.Add(note);
                break;
        }
    }

    void End()
    {
        json.WriteEndArray();
        WriteTool();
        WriteInvocation();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void WriteTool()
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Merlon");
        json.WriteString("version", toolVersion);
        json.WriteStartArray("rules");
        foreach (var rule in rules.Values) rule.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    void WriteInvocation()
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var note in notes) SarifResult.Write(json, note);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
