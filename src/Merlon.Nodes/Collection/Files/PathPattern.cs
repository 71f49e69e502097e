using System.Collections.Immutable;

namespace Merlon.Nodes.Collection.Files;

/// <summary>
/// A path with wildcards: <c>*</c> and <c>?</c> within one name, <c>**</c> for any number of folders. It covers what it
/// names and everything below that. Names are compared one by one, so that time grows with the path's length only.
/// </summary>
sealed class PathPattern
{
    const string AnyFolders = "**";
    readonly ImmutableArray<string> names;

    public PathPattern(string path)
    {
        names = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(name => name != ".")];
        Root = "/" + string.Join('/', names.TakeWhile(name => !HasWildcard(name)));
    }

    /// <summary>The path up to the first wildcard.</summary>
    public string Root { get; }

    public bool Covers(string path) => Positions(path).Contains(names.Length);

    /// <summary>Whether something below the folder can be covered.</summary>
    public bool ReachesInto(string folder) => Positions(folder).Count > 0;

    public static bool IsBelow(string path, string folder) =>
        folder == "/" || (path.StartsWith(folder, StringComparison.Ordinal) && path.Length > folder.Length && path[folder.Length] == '/');

    /// <summary>How much of the pattern the path may have used up: a set of states, walked name by name.</summary>
    HashSet<int> Positions(string path)
    {
        var states = Closed([0]);
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = new HashSet<int>();
            foreach (var state in states)
            {
                if (state == names.Length || names[state] == AnyFolders) next.Add(state);
                else if (Glob(names[state], name)) next.Add(state + 1);
            }

            states = Closed(next);
        }

        return states;
    }

    /// <summary>"**" also stands for no folder at all.</summary>
    HashSet<int> Closed(HashSet<int> states)
    {
        for (var i = 0; i < names.Length; i++)
            if (states.Contains(i) && names[i] == AnyFolders) states.Add(i + 1);
        return states;
    }

    static bool HasWildcard(string name) => name.Contains('*', StringComparison.Ordinal) || name.Contains('?', StringComparison.Ordinal);

    static bool Glob(string pattern, string name)
    {
        var (p, n, star, resume) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, resume) = (p++, n);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n])) (p, n) = (p + 1, n + 1);
            else if (star >= 0) (p, n) = (star + 1, ++resume);
            else return false;
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
