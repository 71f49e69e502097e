using System.Collections.Immutable;
using System.IO.Compression;
using Merlon.Core.Blobs;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Core.Storage.Migrations;

namespace Merlon.Core.Backups;

/// <summary>
/// Copies an installation into one zip while it goes on serving: every table as one snapshot sees it, the blobs, the keys that
/// encrypt stored secrets, and what the operator put into the data folder. The archive is as secret as the installation itself.
/// </summary>
public sealed class Backups(IStorageEngine engine, IBlobStore blobs, BackupKeys keys, BackupFiles files, TimeProvider time)
{
    /// <summary>Writes everything to <paramref name="file"/>, which appears whole or not at all.</summary>
    public Task<BackupManifest> Write(string file, CancellationToken ct) => Write(file, whole: true, ct);

    /// <summary>Writes the tables alone, as before a change of the schema.</summary>
    internal Task<BackupManifest> WriteTables(string file, CancellationToken ct) => Write(file, whole: false, ct);

    private async Task<BackupManifest> Write(string file, bool whole, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        var partial = file + ".partial";
        try
        {
            BackupManifest manifest;
            await using (var to = NewSecretFile(partial))
            {
                manifest = await Write(to, whole, ct);
                to.Flush(flushToDisk: true);
            }
            File.Move(partial, file, overwrite: true);
            FolderFlush.Flush(folder);
            return manifest;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    private async Task<BackupManifest> Write(Stream to, bool whole, CancellationToken ct)
    {
        // What a row names when the snapshot is taken must still be there when the blobs are copied.
        await using var noSweep = whole ? await engine.Lock(BlobSweeper.LockName, ct) : null;
        using var archive = new BackupArchive(to);
        var (steps, tables) = await WriteRows(archive, table => !whole || table.Name != BackupKeys.Table, ct);
        if (whole)
        {
            await keys.Write(archive, ct);
            await WriteBlobs(archive, ct);
            await files.Write(archive, ct);
        }
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, time.GetUtcNow(), engine.Name, steps, whole, tables, archive.Digests);
        await archive.Close(manifest);
        return manifest;
    }

    private async Task<(ImmutableArray<string> Steps, ImmutableArray<BackedUpTable> Tables)> WriteRows(BackupArchive archive, Func<CatalogTable, bool> wanted, CancellationToken ct)
    {
        await using var connection = await engine.Open(ct);
        await using var snapshot = await engine.Snapshot(connection, ct);
        var steps = await Migrator.Applied(engine, connection, snapshot, ct);
        var tables = ImmutableArray.CreateBuilder<BackedUpTable>();
        foreach (var table in (await TableCatalog.Read(engine, connection, snapshot, ct)).Where(wanted))
        {
            long rows = 0;
            await archive.Add(BackupManifest.TablesFolder + table.Name, CompressionLevel.Fastest, async to => rows = await BackupRows.Write(connection, snapshot, table, to, ct));
            tables.Add(new BackedUpTable(table.Name, [.. table.Columns.Select(c => c.Name)], rows));
        }
        return (steps, tables.ToImmutable());
    }

    private async Task WriteBlobs(BackupArchive archive, CancellationToken ct)
    {
        await foreach (var blob in blobs.List(ct))
        {
            await using var from = await blobs.OpenStored(blob.Id, ct);
            await archive.Add(BackupManifest.BlobsFolder + blob.Id, CompressionLevel.NoCompression, to => from.CopyToAsync(to, ct));
        }
    }

    private static FileStream NewSecretFile(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 128 << 10,
        UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });
}
