using System.Runtime.CompilerServices;
using Merlon.Core.Storage;

namespace Merlon.Core.Blobs;

/// <summary>Blobs as files: <c>blobs/3f/0198…3f.br</c>, spread by the last two digits of their number. A file appears under its name whole or not at all.</summary>
public sealed class FileBlobStore(string folder, TimeProvider time) : IBlobStore
{
    private readonly string _partial = Path.Combine(folder, "partial");

    public async Task<BlobId> Write(Func<Stream, CancellationToken, Task> write, BlobForm form, CancellationToken ct)
    {
        var id = BlobId.New(form, time.GetUtcNow());
        await Store(id, stored => BlobForms.Write(stored, form, write, ct));
        return id;
    }

    public Task Restore(BlobId id, Stream stored, CancellationToken ct) => Store(id, to => stored.CopyToAsync(to, ct));

    public async Task<Stream> Open(BlobId id, CancellationToken ct) => BlobForms.Read(await OpenStored(id, ct), id.Form);

    public Task<Stream> OpenStored(BlobId id, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, FileOptions.Asynchronous));
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new FileNotFoundException($"There is no blob {id}.", exception);
        }
    }

    public Task Delete(BlobId id, CancellationToken ct)
    {
        var path = PathOf(id);
        if (File.Exists(path)) File.Delete(path);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredBlob> List([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folder)) yield break;
        foreach (var shelf in Directory.EnumerateDirectories(folder).Where(shelf => shelf != _partial))
        {
            foreach (var file in new DirectoryInfo(shelf).EnumerateFiles())
            {
                ct.ThrowIfCancellationRequested();
                if (BlobId.TryParse(file.Name, out var id)) yield return new(id, file.Length, WrittenAt(file));
            }
        }
    }

    public Task RemovePartial(DateTimeOffset before, CancellationToken ct)
    {
        if (!Directory.Exists(_partial)) return Task.CompletedTask;
        foreach (var file in new DirectoryInfo(_partial).EnumerateFiles().Where(file => WrittenAt(file) < before)) file.Delete();
        return Task.CompletedTask;
    }

    private async Task Store(BlobId id, Func<Stream, Task> write)
    {
        if (!Directory.Exists(_partial))
        {
            Directory.CreateDirectory(_partial);
            FolderFlush.Flush(Path.GetDirectoryName(Path.GetFullPath(folder))!);
        }
        var partial = Path.Combine(_partial, id.Value);
        try
        {
            await using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.Read, 81920, FileOptions.Asynchronous))
            {
                await write(file);
                await file.FlushAsync(CancellationToken.None);
                file.Flush(flushToDisk: true);
            }
            var path = PathOf(id);
            var shelf = Path.GetDirectoryName(path)!;
            if (!Directory.Exists(shelf))
            {
                Directory.CreateDirectory(shelf);
                FolderFlush.Flush(folder);
            }
            File.Move(partial, path, overwrite: true);
            // The name is in the folder's own data, which is flushed apart from the file's.
            FolderFlush.Flush(shelf);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    private static DateTimeOffset WrittenAt(FileInfo file) => new(file.LastWriteTimeUtc, TimeSpan.Zero);

    private string PathOf(BlobId id) => Path.Combine(folder, id.Value[30..32], id.Value);
}
