using System.Buffers;
using System.Data.Common;
using System.Text;
using System.Text.Json;
using Merlon.Core.Nodes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Nodes.Snapshots;

namespace Merlon.Core.Snapshots;

/// <summary>Writes what changed between two snapshots as <see cref="Change"/> rows, streaming from the comparison into the engine's bulk load.</summary>
internal sealed class ChangeRows(IStorageEngine engine, Keys keys)
{
    private static readonly string[] Columns =
        ["tenant_key", "key", "node_key", "scan_key", "previous_scan_key", "environment_key", "kind", "section", "name", "path", "old", "new", "created_at"];

    /// <summary>The first of as many keys as there are changes; called before a transaction is open.</summary>
    public async Task<long> Reserve(long count, CancellationToken ct) => count == 0 ? 0 : await keys.Range<Change>(count, ct);

    /// <summary>Adds the rows inside the transaction.</summary>
    public async Task Load(DbTransaction transaction, Node node, NodeScan scan, SnapshotDiff? diff, long firstKey, CancellationToken ct)
    {
        if (diff is null || scan.Changes.Total == 0) return;
        await engine.Load(transaction, "changes", Columns, Rows(node, scan, diff, firstKey).ToAsyncEnumerable(), ct);
    }

    private static IEnumerable<object?[]> Rows(Node node, NodeScan scan, SnapshotDiff diff, long key)
    {
        var at = Storage.Columns.ToMicroseconds(scan.UpdatedAt);
        foreach (var change in diff.Changes())
        {
            yield return
            [
                node.TenantKey, key++, node.Key, scan.Key, scan.PreviousKey, node.EnvironmentKey, (int)change.Kind, change.Path.Section, change.Path.Name,
                JsonSerializer.Serialize(change.Path.Names), Side(change, old: true), Side(change, old: false), at,
            ];
        }
    }

    private static string? Side(ItemChange change, bool old)
    {
        if ((old ? change.Old : change.New) is null) return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, before, after) in change.Attributes())
            {
                if ((old ? before : after) is { } value) Write(json, name, value);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string name, Scalar value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value);
    }
}
