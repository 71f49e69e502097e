using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection.Sshd;

/// <summary>Reads the configuration with what it includes put in its place (sshd_config(5), Include).</summary>
static class SshdConfigFile
{
    const int MaximumDepth = 16;
    const int MaximumLines = 100_000;

    public static async Task Read(CollectionContext node, string path, List<string> into, CancellationToken cancellation, int depth = 0)
    {
        if (depth > MaximumDepth) node.Miss($"{path} is included too deep.");
        if (depth > MaximumDepth || into.Count > MaximumLines) return;
        foreach (var line in await node.Lines(path, cancellation))
        {
            if (Words(line) is ["include", .. var patterns])
            {
                foreach (var pattern in patterns)
                    foreach (var included in await Matching(node, pattern, cancellation)) await Read(node, included, into, cancellation, depth + 1);
            }
            else
            {
                into.Add(line);
            }
        }
    }

    /// <summary>The keyword in lower case and its arguments, quotes taken off; nothing for a comment.</summary>
    internal static string[] Words(string line)
    {
        var words = line.Trim().Split((char[])[' ', '\t', '='], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var keyword, var rest] || keyword.StartsWith('#')) return [];
        return [keyword.ToLowerInvariant(), .. rest.TrimStart('=', ' ').Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).TakeWhile(w => !w.StartsWith('#')).Select(w => w.Trim('"'))];
    }

    static async Task<List<string>> Matching(CollectionContext node, string pattern, CancellationToken cancellation)
    {
        var full = pattern.StartsWith('/') ? pattern : "/etc/ssh/" + pattern;
        if (!full.Contains('*', StringComparison.Ordinal)) return [full];
        return [.. (await node.List(full[..full.LastIndexOf('/')], cancellation)).Select(f => f.Path).Where(path => Wildcard.Matches(full, path))];
    }
}
