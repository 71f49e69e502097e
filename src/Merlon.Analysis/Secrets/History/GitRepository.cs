using System.Collections.Immutable;

namespace Merlon.Analysis.Secrets.History;

/// <summary>A git repository as files: its objects and the commits that its references name. Nothing of its configuration is read.</summary>
/// <param name="Folder">Relative to the root of the tree; empty for the root itself.</param>
/// <param name="GitFolder">The folder <c>.git</c>, as a full path.</param>
internal sealed record GitRepository(string Folder, string GitFolder)
{
    private const int MostRepositories = 16;
    private const int MostReferences = 20_000;
    private const int LongestReferenceFile = 4 << 20;

    public string Objects => Path.Join(GitFolder, "objects");

    /// <summary>Whether objects are borrowed from elsewhere on this machine, which a scan has no business to read.</summary>
    public bool Borrows => File.Exists(Path.Join(Objects, "info", "alternates")) || File.Exists(Path.Join(Objects, "info", "http-alternates"));

    /// <summary>The repositories at the root and in the folders right below it.</summary>
    public static IEnumerable<GitRepository> In(string root)
    {
        var folders = Directory.EnumerateDirectories(root).Select(f => Path.GetFileName(f)!).Where(f => f != ".git").Order(StringComparer.Ordinal).Prepend("");
        return folders.Select(f => new GitRepository(f, Path.Join(root, f, ".git"))).Where(r => IsRealFolder(r.GitFolder) && IsRealFolder(r.Objects)).Take(MostRepositories);
    }

    /// <summary>The commits that branches, tags and HEAD name, each once.</summary>
    public ImmutableSortedSet<string> Tips()
    {
        var tips = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var line in Lines(Path.Join(GitFolder, "packed-refs"))) Add(tips, line.TrimStart('^').Split(' ')[0]);
        foreach (var line in Lines(Path.Join(GitFolder, "HEAD"))) Add(tips, line);
        var references = Path.Join(GitFolder, "refs");
        if (!IsRealFolder(references)) return tips.ToImmutable();
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true, MaxRecursionDepth = 32 };
        foreach (var file in Directory.EnumerateFiles(references, "*", options).Take(MostReferences))
            foreach (var line in Lines(file)) Add(tips, line);
        return tips.ToImmutable();
    }

    /// <summary>The lines of <c>shallow</c>: commits whose parents were not fetched.</summary>
    public IEnumerable<string> Shallow() => Lines(Path.Join(GitFolder, "shallow")).Where(IsId);

    private static void Add(ImmutableSortedSet<string>.Builder tips, string id)
    {
        if (IsId(id) && tips.Count < MostReferences) tips.Add(id);
    }

    public static bool IsId(string text) => text.Length == 40 && text.All(char.IsAsciiHexDigitLower);

    private static IEnumerable<string> Lines(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length <= LongestReferenceFile && !file.Attributes.HasFlag(FileAttributes.ReparsePoint) ? File.ReadLines(path) : [];
    }

    private static bool IsRealFolder(string path) => new DirectoryInfo(path) is { Exists: true } folder && !folder.Attributes.HasFlag(FileAttributes.ReparsePoint);
}

/// <summary>A commit, as far as a reader of a finding wants to know it.</summary>
internal sealed record HistoryCommit(string Id, string Author, string Date);

/// <summary>A content that a commit brought first, and where.</summary>
internal sealed record HistoryBlob(string Id, string Path, HistoryCommit Commit);
