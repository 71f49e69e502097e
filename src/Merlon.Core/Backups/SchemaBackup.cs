using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Core.Storage.Migrations;
using Microsoft.Data.Sqlite;

namespace Merlon.Core.Backups;

/// <summary>
/// Keeps the tables as they are before a schema change: on SQLite a copy of the file by the database's own online backup, to be put back
/// by hand; on PostgreSQL an archive without blobs and keys, which stay where they are.
/// </summary>
internal sealed class SchemaBackup(IStorageEngine engine, Backups backups, StorageOptions options) : ISchemaBackup
{
    public async Task Make(string beforeStep, CancellationToken ct)
    {
        Directory.CreateDirectory(options.BackupsFolder);
        if (engine is SqliteEngine) await Copy(Path.Combine(options.BackupsFolder, $"before-{beforeStep}.db"), ct);
        else await backups.WriteTables(Path.Combine(options.BackupsFolder, $"before-{beforeStep}.zip"), ct);
    }

    private async Task Copy(string whole, CancellationToken ct)
    {
        var partial = whole + ".partial";
        File.Delete(partial);
        await using (var from = (SqliteConnection)await engine.Open(ct))
        await using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ToString()))
        {
            await to.OpenAsync(ct);
            from.BackupDatabase(to);
        }
        await using (var written = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        File.Move(partial, whole, overwrite: true);
        FolderFlush.Flush(options.BackupsFolder);
    }
}
