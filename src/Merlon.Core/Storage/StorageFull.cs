using Microsoft.Data.Sqlite;
using Npgsql;

namespace Merlon.Core.Storage;

/// <summary>Tells a disk without room, ours or the database's, from what is broken.</summary>
public static class StorageFull
{
    // ENOSPC and EDQUOT as Linux numbers them, which is what the framework keeps of an error it has no type for.
    private const int NoSpaceLeft = 28;
    private const int QuotaExceeded = 122;
    private const int SqliteFull = 13;

    /// <summary>True when this failure, or one it came of, is that there is no room.</summary>
    public static bool Is(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is IOException { HResult: NoSpaceLeft or QuotaExceeded } or SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull }) return true;
        }
        return false;
    }
}
