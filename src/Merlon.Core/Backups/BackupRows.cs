using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using Merlon.Core.Storage;

namespace Merlon.Core.Backups;

/// <summary>Rows as lines of JSON: numbers, text, true and false, null, and bytes in Base64. What a value is, the table it goes into knows.</summary>
internal static class BackupRows
{
    private const int FlushAt = 64 << 10;

    /// <summary>Writes all rows of a table as the transaction sees it. Returns how many.</summary>
    public static async Task<long> Write(DbConnection connection, DbTransaction transaction, CatalogTable table, Stream to, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT {string.Join(',', table.Columns.Select(c => $"\"{c.Name}\""))} FROM \"{table.Name}\"";
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var buffer = new ArrayBufferWriter<byte>(2 * FlushAt);
        await using var json = new Utf8JsonWriter(buffer);
        long rows = 0;
        while (await reader.ReadAsync(ct))
        {
            WriteRow(json, reader, table);
            buffer.Write("\n"u8);
            rows++;
            if (buffer.WrittenCount < FlushAt) continue;
            await to.WriteAsync(buffer.WrittenMemory, ct);
            buffer.ResetWrittenCount();
        }
        await to.WriteAsync(buffer.WrittenMemory, ct);
        return rows;
    }

    /// <summary>Reads rows back as the columns they go into want them.</summary>
    public static async IAsyncEnumerable<object?[]> Read(Stream from, IReadOnlyList<ColumnKind> kinds)
    {
        using var lines = new StreamReader(from);
        while (await lines.ReadLineAsync() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            var values = new object?[kinds.Count];
            for (var i = 0; i < values.Length; i++) values[i] = Value(row.RootElement[i], kinds[i]);
            yield return values;
        }
    }

    private static void WriteRow(Utf8JsonWriter json, DbDataReader reader, CatalogTable table)
    {
        json.WriteStartArray();
        for (var i = 0; i < table.Columns.Length; i++)
        {
            switch (reader.IsDBNull(i) ? null : reader.GetValue(i))
            {
                case null: json.WriteNullValue(); break;
                case long number: json.WriteNumberValue(number); break;
                case int number: json.WriteNumberValue(number); break;
                case double number: json.WriteNumberValue(number); break;
                case bool flag: json.WriteNumberValue(flag ? 1 : 0); break;
                case byte[] bytes: json.WriteBase64StringValue(bytes); break;
                case string text: json.WriteStringValue(text); break;
                case var other: throw new InvalidOperationException($"{table.Name}.{table.Columns[i].Name} holds a {other.GetType().Name}.");
            }
        }
        json.WriteEndArray();
        json.Flush();
        json.Reset();
    }

    private static object? Value(JsonElement value, ColumnKind kind) => value.ValueKind == JsonValueKind.Null ? null : kind switch
    {
        ColumnKind.Long => value.GetInt64(),
        // SQLite calls every whole number an integer, whatever its size.
        ColumnKind.Int => value.TryGetInt32(out var small) ? small : (object)value.GetInt64(),
        ColumnKind.Flag => value.GetInt64() != 0,
        ColumnKind.Number => value.GetDouble(),
        ColumnKind.Bytes => value.GetBytesFromBase64(),
        _ => value.GetString(),
    };
}
