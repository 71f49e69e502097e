using System.Collections.Concurrent;

namespace Merlon.Core.Inventory.Folders;

/// <summary>Folders of scans that were summed up before. The files of a scan never change once it is published, so what is remembered is never wrong.</summary>
public sealed class RememberedFolders
{
    private const int MostFolders = 200_000;
    private readonly ConcurrentDictionary<(long Tenant, long Scan), (ScannedFolder Root, int Folders)> _roots = new();

    internal ScannedFolder? Find(long tenant, long scan) => _roots.TryGetValue((tenant, scan), out var known) ? known.Root : null;

    /// <summary>Forgets all at once when there are too many.</summary>
    internal void Keep(long tenant, long scan, ScannedFolder root, int folders)
    {
        if (_roots.Values.Sum(known => known.Folders) + folders > MostFolders) _roots.Clear();
        _roots[(tenant, scan)] = (root, folders);
    }
}
