using System.Collections.Immutable;

namespace Merlon.Analysis.Trees;

/// <summary>
/// Lists the regular files below a folder in ordinal order of their relative paths, holding one folder's names at a time per level.
/// Symbolic links are never followed, neither to files nor to folders: what they point to inside the tree is listed at its own place,
/// what lies outside is none of the scan's business. The records of version control (.git, .hg, .svn, .bzr, CVS) are left out.
/// Installed dependencies (node_modules, vendor, site-packages) are part of what is shipped and are listed.
/// </summary>
public sealed class TreeWalker(string root, ImmutableArray<string> excluded)
{
    static readonly ImmutableHashSet<string> VersionControl = [".git", ".hg", ".svn", ".bzr", "CVS"];

    readonly PathPatterns excludedPaths = new(excluded);
    readonly string root = Path.GetFullPath(root);

    /// <summary>Called for a folder that cannot be listed.</summary>
    public Action<ScanNote>? OnNote { get; init; }

    public IEnumerable<TreeFile> Walk(CancellationToken ct) => Below(new DirectoryInfo(root), "", ct);

    IEnumerable<TreeFile> Below(DirectoryInfo folder, string prefix, CancellationToken ct)
    {
        foreach (var entry in Sorted(folder, prefix))
        {
            ct.ThrowIfCancellationRequested();
            var path = prefix + entry.Name;
            if (excludedPaths.Match(path)) continue;
            if (entry is FileInfo file) yield return new TreeFile(path, file.Length);
            else foreach (var below in Below((DirectoryInfo)entry, path + '/', ct)) yield return below;
        }
    }

    /// <summary>A folder sorts as its name and '/', which makes the order of the walk the order of the whole paths.</summary>
    FileSystemInfo[] Sorted(DirectoryInfo folder, string prefix)
    {
        try
        {
            var entries = folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
                .Where(e => !e.Attributes.HasFlag(FileAttributes.ReparsePoint) && !(e is DirectoryInfo && VersionControl.Contains(e.Name)))
                .ToArray();
            Array.Sort(entries, (a, b) => string.CompareOrdinal(SortName(a), SortName(b)));
            return entries;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            OnNote?.Invoke(new("unreadable-folder", $"The folder cannot be listed: {e.Message}", prefix.TrimEnd('/')));
            return [];
        }
    }

    static string SortName(FileSystemInfo entry) => entry is DirectoryInfo ? entry.Name + '/' : entry.Name;
}
