using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Merlon.Core.Storage.Engines;

/// <summary>PostgreSQL, for installations that outgrow one machine.</summary>
public sealed class PostgresEngine : IStorageEngine, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    /// <summary>Uses the database that <paramref name="connection"/> (Npgsql's form, or a <c>postgres://</c> URL) names.</summary>
    public PostgresEngine(string connection) => _source = NpgsqlDataSource.Create(ConnectionText.Normalize(connection));

    public string Name => "postgresql";

    public void Configure(DbContextOptionsBuilder options) => options
        .UseNpgsql(_source, npgsql => npgsql.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));

    public MerlonDb Begin(MerlonDb db) => db;

    public async Task Measure(DbConnection connection, string table, IReadOnlyList<string> columns, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"ANALYZE \"{table}\" ({string.Join(',', columns.Select(c => $"\"{c}\""))})";
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<DbConnection> Open(CancellationToken ct) => await _source.OpenConnectionAsync(ct);

    public async Task<DbTransaction> Snapshot(DbConnection connection, CancellationToken ct)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        // The snapshot is the one of the first statement that is a query.
        await using var first = connection.CreateCommand();
        first.Transaction = transaction;
        first.CommandText = "SET TRANSACTION READ ONLY; SELECT 1";
        await first.ExecuteScalarAsync(ct);
        return transaction;
    }

    public async Task<IAsyncDisposable> Lock(string name, CancellationToken ct)
    {
        var held = new Held(await _source.OpenConnectionAsync(ct));
        try
        {
            await held.Take(BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("merlon/" + name))), ct);
            return held;
        }
        catch
        {
            // It may have been given just before the wait was broken off.
            await held.DisposeAsync();
            throw;
        }
    }

    public async Task<long> Load(DbTransaction transaction, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)transaction.Connection!;
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({string.Join(',', columns.Select(c => $"\"{c}\""))}) FROM STDIN (FORMAT BINARY)", ct);
        await foreach (var row in rows.WithCancellation(ct)) await copy.WriteRowAsync(ct, row);
        return (long)await copy.CompleteAsync(ct);
    }

    public string? ViolatedIndex(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } unique ? unique.ConstraintName : null;

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>A session's advisory lock ends with its connection, so a killed holder leaves nothing behind.</summary>
    private sealed class Held(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async Task Take(long key, CancellationToken ct)
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = 0, Parameters = { new() { Value = key } } };
            await command.ExecuteNonQueryAsync(ct);
        }

        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                if (connection.State != ConnectionState.Open) return;
                await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
