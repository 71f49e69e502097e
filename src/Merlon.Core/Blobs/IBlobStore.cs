namespace Merlon.Core.Blobs;

/// <summary>
/// Large documents, written once, never changed. A blob is written before the row that names it; when the row never comes, or goes, a
/// sweeper removes the blob after a time of grace. Contents stream; nothing is held whole.
/// </summary>
public interface IBlobStore
{
    /// <summary>Stores what <paramref name="write"/> writes. When this returns, content and name have reached the disk; when it throws, nothing is kept.</summary>
    Task<BlobId> Write(Func<Stream, CancellationToken, Task> write, BlobForm form, CancellationToken ct);

    /// <summary>The content, from its beginning; not seekable unless stored raw in a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    Task<Stream> Open(BlobId id, CancellationToken ct);

    /// <summary>Removes a blob; removing one that is not there does nothing.</summary>
    Task Delete(BlobId id, CancellationToken ct);

    /// <summary>All blobs, in no particular order.</summary>
    IAsyncEnumerable<StoredBlob> List(CancellationToken ct);

    /// <summary>The bytes as they are stored, for copies of the whole store.</summary>
    Task<Stream> OpenStored(BlobId id, CancellationToken ct);

    /// <summary>Puts a blob back under the name it had, from its stored bytes.</summary>
    Task Restore(BlobId id, Stream stored, CancellationToken ct);

    /// <summary>Removes what interrupted writes left before <paramref name="before"/>.</summary>
    Task RemovePartial(DateTimeOffset before, CancellationToken ct);
}

/// <summary>A blob in its store.</summary>
/// <param name="Length">Stored bytes.</param>
public readonly record struct StoredBlob(BlobId Id, long Length, DateTimeOffset WrittenAt);

/// <summary>Shorter words for common writes.</summary>
public static class BlobWrites
{
    /// <summary>Stores what the function writes, compressed.</summary>
    public static Task<BlobId> Write(this IBlobStore blobs, Func<Stream, Task> write, CancellationToken ct, BlobForm form = BlobForm.Brotli) =>
        blobs.Write((to, _) => write(to), form, ct);

    /// <summary>Stores a stream to its end.</summary>
    public static Task<BlobId> Write(this IBlobStore blobs, Stream content, CancellationToken ct, BlobForm form = BlobForm.Brotli) =>
        blobs.Write((to, stop) => content.CopyToAsync(to, stop), form, ct);
}
