using System.Text;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Manifests;

/// <summary>A file that a reader may read, and the way to the files around it. Nothing outside the tree is reachable.</summary>
public sealed class ManifestFile(ScannedTree tree, TreeFile file, long limit)
{
    public string Path => file.Path;

    /// <summary>The last part of the path.</summary>
    public string Name => file.Name;

    /// <summary>The folder it is in, without '/' at its end; empty at the root.</summary>
    public string Folder => file.Folder;

    /// <summary>In bytes.</summary>
    public long Length => file.Size;

    /// <summary>Where the file stands on this machine, for formats that need a file.</summary>
    public string FullPath => tree.FullPath(file);

    /// <exception cref="ManifestException">The file is larger than the limit.</exception>
    public Stream Open() =>
        file.Size <= limit ? tree.Open(file) : throw new ManifestException($"the file is larger than {limit:N0} bytes");

    /// <summary>The whole file as text: UTF-8, or what its byte order mark says.</summary>
    public string Text()
    {
        using var reader = new StreamReader(Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The lines of the file, one at a time.</summary>
    public IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(Open(), Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>The file at a path relative to this one's folder, or null when the tree has none there.</summary>
    public ManifestFile? Near(string relative)
    {
        var parts = new List<string>(Folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in relative.Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return tree.Find(string.Join('/', parts)) is { } found ? new(tree, found, limit) : null;
    }

    /// <summary>The nearest file of this name in this folder or one above it, or null.</summary>
    public ManifestFile? Above(string name)
    {
        for (var folder = Folder; ; folder = folder.LastIndexOf('/') is >= 0 and var at ? folder[..at] : "")
        {
            if (tree.Find(folder.Length == 0 ? name : $"{folder}/{name}") is { } found) return new(tree, found, limit);
            if (folder.Length == 0) return null;
        }
    }

    /// <summary>The files below a folder given relative to this one's whose paths, relative to that folder, the predicate likes.</summary>
    public IEnumerable<ManifestFile> Below(Func<string, bool> relativePath)
    {
        var prefix = Folder.Length == 0 ? "" : Folder + '/';
        return tree.Files.Where(f => f.Path.StartsWith(prefix, StringComparison.Ordinal) && relativePath(f.Path[prefix.Length..])).Select(f => new ManifestFile(tree, f, limit));
    }
}
