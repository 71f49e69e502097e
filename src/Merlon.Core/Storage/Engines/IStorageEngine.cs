using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Storage.Engines;

/// <summary>What differs between the two databases. Everything else is one model and one set of queries.</summary>
public interface IStorageEngine
{
    /// <summary>Name for logs and metrics: <c>sqlite</c> or <c>postgresql</c>.</summary>
    string Name { get; }

    /// <summary>Binds the model to this database.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>
    /// Prepares a context for one unit of work: SQLite keeps one connection open for all of it, since each opening registers a dozen functions;
    /// PostgreSQL gives connections back after every statement, since there are few.
    /// </summary>
    MerlonDb Begin(MerlonDb db);

    /// <summary>
    /// Tells the database how many rows a table has now, after many came or went, and how the values of some columns are spread: without it PostgreSQL plans
    /// for the sizes of a minute ago, and a join that takes a moment takes minutes.
    /// </summary>
    /// <param name="columns">Those that rows are looked up by; the others follow when the database finds time.</param>
    Task Measure(DbConnection connection, string table, IReadOnlyList<string> columns, CancellationToken ct);

    /// <summary>A new, open connection with this engine's session settings.</summary>
    Task<DbConnection> Open(CancellationToken ct);

    /// <summary>Begins a transaction that reads the database as it is now, however long it takes, and hinders no writer.</summary>
    Task<DbTransaction> Snapshot(DbConnection connection, CancellationToken ct);

    /// <summary>Holds a lock that only one process in the installation can hold and that dies with its holder.</summary>
    Task<IAsyncDisposable> Lock(string name, CancellationToken ct);

    /// <summary>
    /// Adds rows by the engine's own bulk load, inside <paramref name="transaction"/>. <paramref name="rows"/> is enumerated once and never held whole.
    /// Values are in column order and already in column form (long, int, string, bool, double, byte[], null).
    /// </summary>
    Task<long> Load(DbTransaction transaction, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken ct);

    /// <summary>The name of the violated unique index, or null when the exception is something else.</summary>
    string? ViolatedIndex(DbUpdateException exception);
}
