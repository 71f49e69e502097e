using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Inventory.Folders;

/// <summary>Sums up the files of a scan by folder: one pass over them the first time that somebody looks, from memory after that.</summary>
public sealed class ScannedFolders(MerlonDb db, RememberedFolders remembered)
{
    /// <summary>The root of a completed scan's files.</summary>
    public async Task<ScannedFolder> Of(Scan scan, CancellationToken ct) => remembered.Find(scan.TenantKey, scan.Key) ?? await Sum(scan, ct);

    private async Task<ScannedFolder> Sum(Scan scan, CancellationToken ct)
    {
        var tree = new FolderTree();
        var files = db.Of<ScannedFileRow>(scan.Tenant()).AsNoTracking().Where(f => f.ScanKey == scan.Key).OrderBy(f => f.Key).Select(f => new { f.Key, f.Path, f.Size, f.Evidence });
        await foreach (var file in files.AsAsyncEnumerable().WithCancellation(ct)) tree.Add(file.Path, file.Key, file.Size, file.Evidence);
        var root = tree.Root();
        remembered.Keep(scan.TenantKey, scan.Key, root, tree.Count);
        return root;
    }
}
