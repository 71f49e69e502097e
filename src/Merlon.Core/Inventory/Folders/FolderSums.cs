using System.Collections.Immutable;

namespace Merlon.Core.Inventory.Folders;

/// <summary>Sums up one folder while its files come in.</summary>
/// <param name="path">Empty for the root.</param>
internal sealed class FolderSums(string path)
{
    private const int LicensesKept = 50;
    private readonly Dictionary<string, int> _licenses = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ScannedFolder>.Builder _folders = ImmutableArray.CreateBuilder<ScannedFolder>();
    private long _first;
    private long _last;
    private int _files;
    private long _bytes;
    private int _evidence;
    private int _matches;

    public string Path => path;

    /// <summary>Whether a file with this path lies below.</summary>
    public bool Holds(string file) => path.Length == 0 || (file.Length > path.Length && file[path.Length] == '/' && file.StartsWith(path, StringComparison.Ordinal));

    /// <summary>Adds a file that lies directly in it.</summary>
    public void Add(long key, long size, FileEvidenceDocument? evidence)
    {
        Reach(key, key);
        (_files, _bytes) = (_files + 1, _bytes + size);
        if (evidence is null) return;
        var sum = EvidenceSum.Of(evidence);
        (_evidence, _matches) = (_evidence + sum.Pieces, _matches + sum.Matches);
        foreach (var license in sum.Licenses) Count(license, 1);
    }

    /// <summary>Adds a folder that is complete.</summary>
    public void Add(FolderSums below)
    {
        Reach(below._first, below._last);
        (_files, _bytes, _evidence, _matches) = (_files + below._files, _bytes + below._bytes, _evidence + below._evidence, _matches + below._matches);
        foreach (var (license, files) in below._licenses) Count(license, files);
        _folders.Add(below.ToFolder());
    }

    /// <summary>The folder, once all its files came in.</summary>
    public ScannedFolder ToFolder() => new()
    {
        Path = path, First = _first, Last = _last, Files = _files, Bytes = _bytes, Evidence = _evidence, Matches = _matches, LicenseKinds = _licenses.Count,
        Licenses = [.. _licenses.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Take(LicensesKept).Select(l => new LicenseCount(l.Key, l.Value))],
        Folders = _folders.ToImmutable(),
    };

    private void Reach(long first, long last) => (_first, _last) = (_first == 0 ? first : _first, last);

    private void Count(string license, int files) => _licenses[license] = _licenses.GetValueOrDefault(license) + files;
}
