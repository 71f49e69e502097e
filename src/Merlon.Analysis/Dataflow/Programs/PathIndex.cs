using System.Collections.Frozen;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// Files of the application by the paths that code and pages name them with: relative to the file that names them, or, with a leading
/// <c>/</c>, to the root of a web application, which is not known and may be any folder.
/// </summary>
sealed class PathIndex<T>(IEnumerable<KeyValuePair<string, T>> files)
    where T : class
{
    readonly FrozenDictionary<string, KeyValuePair<string, T>[]> byName =
        files.GroupBy(f => NameOf(f.Key)).ToFrozenDictionary(g => g.Key, g => g.OrderBy(f => f.Key, StringComparer.Ordinal).ToArray());

    public bool IsEmpty => byName.Count == 0;

    /// <summary>All paths, in order.</summary>
    public IEnumerable<string> Paths => byName.Values.SelectMany(f => f).Select(f => f.Key).Order(StringComparer.Ordinal);

    /// <summary>All files, in the order of their paths.</summary>
    public IEnumerable<T> Values => byName.Values.SelectMany(f => f).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value);

    /// <summary>What is meant by a path that stands in a file; of several the one nearest to that file.</summary>
    public T? Find(string path, string from)
    {
        path = path.Split('?', '#')[0];
        if (!byName.TryGetValue(NameOf(path), out var known)) return null;
        var wanted = path.StartsWith('/') ? Normalise(path) : Normalise($"{FolderOf(from)}/{path}");
        var found = path.StartsWith('/')
            ? known.Where(f => f.Key == wanted || f.Key.EndsWith("/" + wanted, StringComparison.Ordinal)).OrderByDescending(f => CommonPrefix(f.Key, from)).FirstOrDefault()
            : known.FirstOrDefault(f => f.Key == wanted);
        return found.Value;
    }

    static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    static int CommonPrefix(string left, string right) => left.AsSpan().CommonPrefixLength(right);

    static string Normalise(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or "..")) parts.Add(part);
        return string.Join('/', parts);
    }
}
