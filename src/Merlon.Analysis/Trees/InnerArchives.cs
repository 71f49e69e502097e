using System.Collections.Immutable;

namespace Merlon.Analysis.Trees;

/// <summary>Expands the archives inside a tree, level by level, each into a folder beside it: <c>lib/a-1.0.jar</c> becomes
/// <c>lib/a-1.0</c> with the suffix, or keeps its whole name plus a number where that is taken.</summary>
sealed class InnerArchives(
    string root, ExpansionOptions options, Action<string, string, string> expand, ImmutableArray<ScanNote>.Builder notes)
{
    static readonly ImmutableArray<string> Endings =
    [
        ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".tzst", ".tar",
        ".zip", ".7z", ".jar", ".war", ".ear", ".aar", ".whl", ".egg", ".nupkg", ".gem",
    ];

    /// <summary>Whether a file is taken for an archive, by its name.</summary>
    public static bool IsArchive(string name) => EndingOf(name) is not null;

    /// <summary>The folders that an archive inside may have become, likelier first; none for what is no archive by its name.</summary>
    public static ImmutableArray<string> FoldersOf(string archive, string suffix) =>
        EndingOf(archive) is { } ending ? [archive[..^ending.Length] + suffix, archive + suffix] : [];

    public void Expand(CancellationToken ct)
    {
        var folders = new List<string> { root };
        for (var depth = 1; folders.Count > 0 && options.Level != ExpansionLevel.None; depth++)
        {
            if (depth > 1 && options.Level == ExpansionLevel.FirstLevel) return;
            folders = [.. folders.SelectMany(f => ExpandIn(f, depth, ct).ToList())];
        }
    }

    /// <summary>The folders that were made.</summary>
    IEnumerable<string> ExpandIn(string folder, int depth, CancellationToken ct)
    {
        foreach (var archive in ArchivesBelow(folder).ToList())
        {
            ct.ThrowIfCancellationRequested();
            if (depth > options.Limits.ArchiveDepth)
                Note("archive-depth", archive, $"The archive lies in {options.Limits.ArchiveDepth} others and was not expanded.");
            else if (TryExpand(archive) is { } made)
                yield return made;
        }
    }

    string? TryExpand(string archive)
    {
        var folder = FolderFor(archive);
        try
        {
            expand(archive, folder, Relative(archive));
            if (options.DeleteArchives) File.Delete(archive);
            return folder;
        }
        catch (ExpansionRefusedException e) when (!e.Spent)
        {
            Directory.Delete(folder, recursive: true);
            Note("archive-not-expanded", archive, e.Message);
            return null;
        }
    }

    string FolderFor(string archive)
    {
        var wanted = archive[..^EndingOf(archive)!.Length] + options.FolderSuffix;
        for (var number = 1; Path.Exists(wanted); number++)
            wanted = number == 1 ? archive + options.FolderSuffix : $"{archive}{options.FolderSuffix}~{number}";
        return wanted;
    }

    static IEnumerable<string> ArchivesBelow(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(IsArchive).Order(StringComparer.Ordinal);

    static string? EndingOf(string name) =>
        Endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase) && Path.GetFileName(name).Length > e.Length);

    void Note(string code, string archive, string message) => notes.Add(new(code, message, Relative(archive)));

    string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
