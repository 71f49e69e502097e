using System.Text.Json;
using Merlon.Core.Snapshots;
using Merlon.Nodes.Snapshots;

namespace Merlon.Server.Apis.Guardian.Documents;

/// <summary>Answers that hold a whole snapshot or a comparison; <c>data</c> is a string that holds a JSON document, as the API has it.</summary>
static class ScanDocuments
{
    /// <summary>Of <c>scan_details</c>.</summary>
    public static void WriteDetails(OpenedScan opened, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("id", opened.Scan.Key);
        json.WriteString("label", opened.Scan.Label);
        json.WriteNumber("status", (int)opened.Scan.Status);
        WriteData(opened, json);
        json.WriteString("created_at", GuardianDialect.Format(opened.Scan.CreatedAt));
        json.WriteEndObject();
    }

    /// <summary>Of a node scan by itself, with what it saw or without.</summary>
    public static void WriteScan(OpenedScan opened, Utf8JsonWriter json, bool withData)
    {
        var scan = opened.Scan;
        json.WriteStartObject();
        json.WriteNumber("associated_id", 0);
        json.WriteNumber("category", 0);
        json.WriteString("created_at", GuardianDialect.Format(scan.CreatedAt));
        json.WriteNumber("id", scan.Key);
        json.WriteString("label", scan.Label);
        json.WriteNumber("node_id", scan.NodeKey);
        json.WriteString("scan_options", scan.ScanOptions);
        json.WriteNumber("status", (int)scan.Status);
        json.WritePropertyName("task_id");
        JsonSerializer.Serialize(json, scan.TaskKey);
        json.WriteString("updated_at", GuardianDialect.Format(scan.UpdatedAt));
        json.WriteString("tsv", "");
        if (withData) WriteData(opened, json);
        json.WriteEndObject();
    }

    /// <summary>Of <c>nodes/diff</c>: the counts, then the changed tree only.</summary>
    public static void WriteDiff(OpenedPair pair, Utf8JsonWriter json) => DiffJson.WriteWithSummary(pair.Changes, json);

    /// <summary>Of <c>node_scans/{id}/compare</c>: the changed tree with its counts inside.</summary>
    public static void WriteComparison(OpenedPair pair, Utf8JsonWriter json) => DiffJson.WriteTreeWithStats(pair.Changes, json);

    private static void WriteData(OpenedScan opened, Utf8JsonWriter json)
    {
        json.WritePropertyName("data");
        JsonTextStream.WriteTree(opened.Snapshot, json);
    }
}
