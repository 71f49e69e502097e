using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Merlon.Core.Storage.Engines;

/// <summary>One prepared insert, bound by position and stepped directly: several times faster than a command with named parameters.</summary>
internal sealed class SqliteBulk : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;

    public SqliteBulk(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        _database = connection.Handle!;
        var sql = $"INSERT INTO \"{table}\" ({string.Join(',', columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(',', columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(_database, sql, out _insert));
    }

    /// <summary>Adds a row; values are in column form (long, int, string, bool, double, byte[], null).</summary>
    public void Add(object?[] row)
    {
        for (var i = 0; i < row.Length; i++) Check(Bind(i + 1, row[i]));
        var stepped = raw.sqlite3_step(_insert);
        // Resetting repeats the error of the step, with its extended code.
        var reset = raw.sqlite3_reset(_insert);
        if (stepped != raw.SQLITE_DONE) Check(reset == raw.SQLITE_OK ? stepped : reset);
    }

    public void Dispose() => _insert.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(_insert, place),
        long number => raw.sqlite3_bind_int64(_insert, place, number),
        int number => raw.sqlite3_bind_int64(_insert, place, number),
        string text => raw.sqlite3_bind_text(_insert, place, text),
        bool flag => raw.sqlite3_bind_int64(_insert, place, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(_insert, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(_insert, place, bytes),
        _ => throw new ArgumentException($"A {value.GetType().Name} is no value of a column."),
    };

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
