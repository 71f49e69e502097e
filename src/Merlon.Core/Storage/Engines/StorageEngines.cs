namespace Merlon.Core.Storage.Engines;

/// <summary>Chooses the engine.</summary>
public static class StorageEngines
{
    /// <summary>PostgreSQL where the options name one, else SQLite in the data folder. Opens nothing yet.</summary>
    public static IStorageEngine Of(StorageOptions options) => options.Database is { } connection ? new PostgresEngine(connection) : new SqliteEngine(options.SqliteFile);

    /// <summary>Whether a text can be read as a connection at all; whether there is a database only opening it tells.</summary>
    public static bool CanName(string connection)
    {
        try
        {
            _ = ConnectionText.Normalize(connection);
            return true;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or UriFormatException or KeyNotFoundException)
        {
            return false;
        }
    }
}
