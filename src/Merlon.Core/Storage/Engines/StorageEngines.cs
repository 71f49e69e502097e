namespace Merlon.Core.Storage.Engines;

/// <summary>Chooses the engine.</summary>
public static class StorageEngines
{
    /// <summary>PostgreSQL where the options name one, else SQLite in the data folder. Opens nothing yet.</summary>
    public static IStorageEngine Of(StorageOptions options) => options.Database is { } connection ? new PostgresEngine(connection) : new SqliteEngine(options.SqliteFile);
}
