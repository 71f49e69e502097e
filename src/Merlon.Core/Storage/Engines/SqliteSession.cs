using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Merlon.Core.Storage.Engines;

/// <summary>Settings that SQLite keeps per connection: made once for each, not each time that one comes out of the pool.</summary>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    public static readonly SqliteSession Instance = new();

    private static readonly ConditionalWeakTable<sqlite3, object> Prepared = [];

    public static void Prepare(SqliteConnection connection)
    {
        if (!Prepared.TryAdd(connection.Handle!, Instance)) return;
        using var pragma = connection.CreateCommand();
        // A checkpoint every 16 MB: bulk loads rewrite the same pages of indexes over and over, and each checkpoint flushes them once more.
        pragma.CommandText = "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=4000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=60000; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;";
        pragma.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
