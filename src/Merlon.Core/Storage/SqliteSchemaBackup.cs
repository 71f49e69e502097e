using Merlon.Core.Storage.Engines;
using Merlon.Core.Storage.Migrations;
using Microsoft.Data.Sqlite;

namespace Merlon.Core.Storage;

/// <summary>Copies the SQLite file with the database's own online backup before a schema change.</summary>
internal sealed class SqliteSchemaBackup(IStorageEngine engine, StorageOptions options) : ISchemaBackup
{
    public async Task Make(string beforeStep, CancellationToken ct)
    {
        if (engine is not SqliteEngine) return;
        Directory.CreateDirectory(options.BackupsFolder);
        var whole = Path.Combine(options.BackupsFolder, $"before-{beforeStep}.db");
        var partial = whole + ".partial";
        File.Delete(partial);
        await using (var from = (SqliteConnection)await engine.Open(ct))
        await using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ToString()))
        {
            await to.OpenAsync(ct);
            from.BackupDatabase(to);
        }
        File.Move(partial, whole, overwrite: true);
    }
}
