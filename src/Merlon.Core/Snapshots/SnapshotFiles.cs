using Merlon.Core.Blobs;
using Merlon.Nodes.Snapshots;

namespace Merlon.Core.Snapshots;

/// <summary>Opens stored snapshots wherever blobs are kept.</summary>
public sealed class SnapshotFiles(IBlobStore blobs)
{
    /// <summary>The snapshot of a scan that has one; the reader is the caller's to dispose.</summary>
    public async Task<SnapshotReader> Open(NodeScan scan, CancellationToken ct)
    {
        var id = scan.Snapshot ?? throw new InvalidOperationException($"Scan {scan.Key} has no snapshot.");
        var stored = await blobs.Open(id, ct);
        try
        {
            return SnapshotReader.Open(stored.CanSeek ? stored : await Local(stored, ct));
        }
        catch
        {
            await stored.DisposeAsync();
            throw;
        }
    }

    // Readers jump; an object store only streams.
    private static async Task<Stream> Local(Stream stored, CancellationToken ct)
    {
        await using var from = stored;
        var local = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        await from.CopyToAsync(local, ct);
        local.Position = 0;
        return local;
    }
}
