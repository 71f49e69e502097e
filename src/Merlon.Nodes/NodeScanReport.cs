using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Merlon.Nodes;

/// <summary>How a scan went. It succeeded when every step did; sections that could not be seen whole are named in the messages.</summary>
public sealed record NodeScanReport(ImmutableArray<ScanStep> Steps)
{
    public bool Succeeded => Steps.All(step => step.Succeeded);

    /// <summary>
    /// The report as tasks carry it: a list of one-key objects,
    /// <c>[{"generate_node_scan": {"number_of_packages_found": "96", "result": "success", "messages": []}}]</c>, counts as text.
    /// </summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var step in Steps) Write(step, json);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void Write(ScanStep step, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject(step.Name);
        foreach (var (name, count) in step.Counts) json.WriteString(name, count.ToString(CultureInfo.InvariantCulture));
        json.WriteString("result", step.Succeeded ? "success" : "failure");
        json.WriteStartArray("messages");
        foreach (var message in step.Messages) json.WriteStringValue(message);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
