using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Storage.Engines;

/// <summary>The embedded default: one file in WAL mode, flushed on every commit.</summary>
public sealed class SqliteEngine : IStorageEngine
{
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;
    private readonly string _connection;
    private readonly string _folder;

    /// <summary>Keeps the database at <paramref name="file"/>; its folder must exist.</summary>
    public SqliteEngine(string file)
    {
        File = file;
        _folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        _connection = new SqliteConnectionStringBuilder { DataSource = file, Cache = SqliteCacheMode.Private, Pooling = true, DefaultTimeout = 60 }.ToString();
    }

    /// <summary>The database file.</summary>
    public string File { get; }

    public string Name => "sqlite";

    public void Configure(DbContextOptionsBuilder options) => options
        // A list of values is one parameter: one statement, prepared once, however many values there are.
        .UseSqlite(_connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(SqliteSession.Instance);

    public MerlonDb Begin(MerlonDb db)
    {
        db.Database.OpenConnection();
        return db;
    }

    // SQLite plans by the indexes that there are, not by sizes.
    public Task Measure(DbConnection connection, string table, IReadOnlyList<string> columns, CancellationToken ct) => Task.CompletedTask;

    public async Task<DbConnection> Open(CancellationToken ct)
    {
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(ct);
        SqliteSession.Prepare(connection);
        return connection;
    }

    public async Task<DbTransaction> Snapshot(DbConnection connection, CancellationToken ct)
    {
        var transaction = ((SqliteConnection)connection).BeginTransaction(deferred: true);
        // The snapshot is the one of the first read.
        await using var first = connection.CreateCommand();
        first.Transaction = transaction;
        first.CommandText = "SELECT count(*) FROM sqlite_master";
        await first.ExecuteScalarAsync(ct);
        return transaction;
    }

    public async Task<IAsyncDisposable> Lock(string name, CancellationToken ct)
    {
        var path = Path.Combine(_folder, $"{name}.lock");
        while (true)
        {
            try
            {
                // The operating system drops the lock when the process dies, however it dies.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous);
            }
            catch (IOException) when (!ct.IsCancellationRequested)
            {
                await Task.Delay(50, ct);
            }
        }
    }

    public async Task<long> Load(DbTransaction transaction, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var bulk = new SqliteBulk((SqliteConnection)transaction.Connection!, table, columns);
        long count = 0;
        await foreach (var row in rows.WithCancellation(ct))
        {
            bulk.Add(row);
            count++;
        }
        return count;
    }

    public string? ViolatedIndex(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation } unique ? unique.Message : null;
}
