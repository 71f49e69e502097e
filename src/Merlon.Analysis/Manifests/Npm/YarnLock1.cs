using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Npm;

/// <summary>The format of yarn 1: names at the margin, fields below indented by two spaces, maps by four; keys and values quoted where
/// they hold more than letters, a space between them.</summary>
static class YarnLock1
{
    public static DataNode Read(string text)
    {
        var root = Map();
        var levels = new[] { root, root, root };
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd()))
        {
            var indent = line.Length - line.TrimStart(' ').Length;
            if (line.Length == indent || line[indent] == '#') continue;
            var level = indent / 2;
            if (indent % 2 != 0 || level > 2) throw new ManifestException("not a yarn.lock: an indentation no yarn writes");
            if (line.EndsWith(':')) Put(levels[level], string.Join(", ", Names(line[indent..^1])), level < 2 ? levels[level + 1] = Map() : Map());
            else if (Split(line[indent..]) is var (key, value)) Put(levels[level], key, new() { Text = value });
        }
        return root;
    }

    static IEnumerable<string> Names(string line) => line.Split(',', StringSplitOptions.TrimEntries).Select(n => n.Trim('"'));

    static (string Key, string Value) Split(string line)
    {
        var end = line.StartsWith('"') ? line.IndexOf('"', 1) + 1 : line.IndexOf(' ');
        if (end <= 0) throw new ManifestException("not a yarn.lock: a field without value");
        return (line[..end].Trim('"'), line[end..].Trim().Trim('"'));
    }

    static DataNode Map() => new() { Fields = new OrderedDictionary<string, DataNode>(StringComparer.Ordinal) };

    static void Put(DataNode map, string key, DataNode value) => ((OrderedDictionary<string, DataNode>)map.Fields)[key] = value;
}
