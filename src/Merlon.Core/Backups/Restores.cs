using Merlon.Core.Blobs;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Core.Storage.Migrations;

namespace Merlon.Core.Backups;

/// <summary>Makes an installation out of an archive, on either engine, in a place where none is.</summary>
public sealed class Restores(IStorageEngine engine, IBlobStore blobs, BackupKeys keys, BackupFiles files, StorageOptions storage, Migrator migrator)
{
    private static readonly Refusal.Conflict NotEmpty = new("NOT_EMPTY", "There is data already: restore into an empty data folder, database and blob store.");

    /// <summary>
    /// Verifies the whole archive first, then restores it. Nothing is changed if the archive is damaged, of a newer version, or the
    /// place not empty. The rows appear in one transaction.
    /// </summary>
    public async Task<Outcome<BackupManifest>> Restore(string file, CancellationToken ct)
    {
        await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 128 << 10, FileOptions.Asynchronous);
        var reading = await BackupReader.Open(from, ct);
        if (!reading.Succeeded(out var archive, out var refusal)) return refusal;
        using (archive)
        {
            if (archive.Manifest.Steps.Except(await migrator.Known(ct)).LastOrDefault() is { } newer)
                return new Refusal.Invalid("file", $"The backup has the schema step '{newer}', which this version of Merlon does not know: restore it with the version that made it, or a newer one.");
            if (!await IsEmpty(archive.Manifest, ct)) return NotEmpty;

            await migrator.Migrate(archive.Manifest.Steps[^1], ct);
            await RestoreBlobs(archive, ct);
            await files.Restore(archive, ct);
            await RestoreRows(archive, ct);
            await migrator.Migrate(ct);
            await keys.Restore(archive, ct);
            return archive.Manifest;
        }
    }

    /// <summary>True when there is nothing, or no more than tables without rows of the archive's schema.</summary>
    private async Task<bool> IsEmpty(BackupManifest manifest, CancellationToken ct)
    {
        if (Directory.Exists(storage.KeysFolder) && Directory.EnumerateFileSystemEntries(storage.KeysFolder).Any()) return false;
        if (files.Any) return false;
        await foreach (var _ in blobs.List(ct)) return false;
        await using var connection = await engine.Open(ct);
        if ((await Migrator.Applied(engine, connection, null, ct)).Except(manifest.Steps).Any()) return false;
        foreach (var table in await TableCatalog.Read(engine, connection, null, ct))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT EXISTS (SELECT 1 FROM \"{table.Name}\")";
            if (Convert.ToBoolean(await command.ExecuteScalarAsync(ct))) return false;
        }
        return true;
    }

    private async Task RestoreBlobs(BackupReader archive, CancellationToken ct)
    {
        foreach (var entry in archive.In(BackupManifest.BlobsFolder))
        {
            await using var stored = await entry.OpenAsync(ct);
            await blobs.Restore(BlobId.Parse(entry.Name), stored, ct);
        }
    }

    private async Task RestoreRows(BackupReader archive, CancellationToken ct)
    {
        await using var connection = await engine.Open(ct);
        var catalog = (await TableCatalog.Read(engine, connection, null, ct)).ToDictionary(table => table.Name);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var table in archive.Manifest.Tables)
        {
            var kinds = catalog[table.Name].Columns.ToDictionary(column => column.Name, column => column.Kind);
            await using var rows = await archive.OpenTable(table.Name, ct);
            // A step of the schema may have put rows of its own there; the archive has what they have become.
            await using (var clear = connection.CreateCommand())
            {
                (clear.Transaction, clear.CommandText) = (transaction, $"DELETE FROM \"{table.Name}\"");
                await clear.ExecuteNonQueryAsync(ct);
            }
            await engine.Load(transaction, table.Name, table.Columns, BackupRows.Read(rows, [.. table.Columns.Select(name => kinds[name])]), ct);
        }
        await transaction.CommitAsync(ct);
    }
}
