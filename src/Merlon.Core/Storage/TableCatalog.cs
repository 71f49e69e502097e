using System.Collections.Immutable;
using System.Data.Common;
using Merlon.Core.Storage.Engines;

namespace Merlon.Core.Storage;

/// <summary>A column as the database itself describes it.</summary>
public sealed record CatalogColumn(string Name, ColumnKind Kind);

/// <summary>A table as the database itself describes it, columns in their order.</summary>
public sealed record CatalogTable(string Name, ImmutableArray<CatalogColumn> Columns);

/// <summary>The few portable kinds of column, by what one row carries in memory.</summary>
public enum ColumnKind
{
    Long,
    Int,
    Flag,
    Number,
    Text,
    Bytes,
}

/// <summary>
/// Reads which tables a database has, whatever step of the schema it stands at. Tables that others made in it (Quartz) are left out, and
/// so is the schema's own history.
/// </summary>
internal static class TableCatalog
{
    private const string Sqlite = """
        SELECT m.name, c.name, c.type FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY m.name, c.cid
        """;

    private const string Postgres = """
        SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c
        JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
        WHERE c.table_schema = current_schema() ORDER BY c.table_name, c.ordinal_position
        """;

    public static async Task<ImmutableArray<CatalogTable>> Read(IStorageEngine engine, DbConnection connection, DbTransaction? transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = engine is SqliteEngine ? Sqlite : Postgres;
        var rows = new List<(string Table, CatalogColumn Column)>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
                if (IsOurs(reader.GetString(0))) rows.Add((reader.GetString(0), new CatalogColumn(reader.GetString(1), KindOf(reader.GetString(2)))));
        }
        return [.. rows.GroupBy(row => row.Table, StringComparer.Ordinal).OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => new CatalogTable(table.Key, [.. table.Select(row => row.Column)]))];
    }

    /// <summary>Whether there is a table of this name.</summary>
    public static async Task<bool> Exists(IStorageEngine engine, DbConnection connection, DbTransaction? transaction, string table, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = engine is SqliteEngine
            ? $"SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{table}')"
            : $"SELECT to_regclass('{table}') IS NOT NULL";
        return Convert.ToBoolean(await command.ExecuteScalarAsync(ct));
    }

    private static bool IsOurs(string table) => table != Migrations.Migrator.History && !table.StartsWith("qrtz_", StringComparison.OrdinalIgnoreCase);

    /// <summary>Both engines' names of the types that the schema uses. SQLite has one kind of whole number, which the values themselves fit.</summary>
    private static ColumnKind KindOf(string type) => type.ToLowerInvariant() switch
    {
        "bigint" => ColumnKind.Long,
        "integer" => ColumnKind.Int,
        "boolean" => ColumnKind.Flag,
        "double precision" or "real" => ColumnKind.Number,
        "bytea" or "blob" => ColumnKind.Bytes,
        "text" => ColumnKind.Text,
        var other => throw new InvalidOperationException($"The schema has a column of the unknown type '{other}'."),
    };
}
