using System.Data.Common;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Merlon.Server.Tests.Storage;

/// <summary>A schema as sorted lines, from the model and from a database, so that a difference names itself.</summary>
static class SchemaComparison
{
    private const string Sqlite = """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || upper(c.type) || CASE WHEN c."notnull" OR c.pk THEN '' ELSE ' optional' END
        FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> 'schema_versions'
        UNION ALL
        SELECT 'key ' || m.name || ' ' || (SELECT group_concat(k.name, ',') FROM (SELECT name FROM pragma_table_info(m.name) WHERE pk > 0 ORDER BY pk) k)
        FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> 'schema_versions'
        UNION ALL
        SELECT CASE WHEN i."unique" THEN 'unique ' ELSE 'index ' END || m.name || ' ' || (SELECT group_concat(x.name, ',') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) x)
        FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin = 'c' AND m.name <> 'schema_versions'
        """;

    private const string Postgres = """
        WITH ours AS (SELECT c.oid, c.relname FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_versions' AND c.relname NOT LIKE 'qrtz%')
        SELECT 'column ' || t.relname || '.' || a.attname || ' ' || upper(format_type(a.atttypid, a.atttypmod))
            || CASE WHEN a.attcollation <> 0 AND l.collname <> 'default' THEN ' collate ' || l.collname ELSE '' END || CASE WHEN a.attnotnull THEN '' ELSE ' optional' END
        FROM ours t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN pg_collation l ON l.oid = a.attcollation
        UNION ALL
        SELECT CASE WHEN i.indisprimary THEN 'key ' WHEN i.indisunique THEN 'unique ' ELSE 'index ' END || t.relname || ' '
            || (SELECT string_agg(a.attname, ',' ORDER BY n.place) FROM unnest(i.indkey::int[]) WITH ORDINALITY n(number, place) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = n.number)
        FROM ours t JOIN pg_index i ON i.indrelid = t.oid
        """;

    public static IReadOnlyList<string> OfModel(MerlonDb db)
    {
        var lines = new List<string>();
        foreach (var table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)
        {
            lines.AddRange(table.Columns.Select(c =>
                $"column {table.Name}.{c.Name} {c.StoreType.ToUpperInvariant()}{(c.Collation is { } collation ? $" collate {collation}" : "")}{(c.IsNullable ? " optional" : "")}"));
            lines.Add($"key {table.Name} {string.Join(',', table.PrimaryKey!.Columns.Select(c => c.Name))}");
            lines.AddRange(table.Indexes.Select(i => $"{(i.IsUnique ? "unique" : "index")} {table.Name} {string.Join(',', i.Columns.Select(c => c.Name))}"));
        }
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    public static async Task<IReadOnlyList<string>> OfDatabase(DbConnection connection, bool sqlite)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sqlite ? Sqlite : Postgres;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
