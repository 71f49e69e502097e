using System.Text;
using Merlon.Analysis.Trees;

namespace Merlon.DataflowBench.Growth;

/// <summary>
/// Parts of source trees that grow: whole folders, in an order that depends on nothing but their names and mixes the trees, so that a part is
/// like the whole.
/// </summary>
sealed class SourceParts
{
    readonly string root;
    readonly List<IGrouping<string, string>> folders;

    public SourceParts(IReadOnlyList<string> trees)
    {
        root = CommonParent([.. trees.Select(Path.GetFullPath)]);
        folders = [.. trees.SelectMany(t => Directory.EnumerateFiles(Path.GetFullPath(t), "*", SearchOption.AllDirectories)).Where(f => f.EndsWith(".java", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(root, f)).GroupBy(f => Path.GetDirectoryName(f)!).OrderBy(g => Hash(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)];
    }

    /// <summary>The first folders that hold at least this share of all lines, and how many lines they hold.</summary>
    public (ScannedTree Tree, long Lines) Take(double share)
    {
        var counted = folders.ConvertAll(g => (Files: g, Lines: g.Sum(f => LinesIn(Path.Combine(root, f)))));
        var wanted = share * counted.Sum(c => c.Lines);
        var (files, lines) = (new List<TreeFile>(), 0L);
        foreach (var (folder, inside) in counted.TakeWhile(_ => lines < wanted))
        {
            files.AddRange(folder.Select(f => new TreeFile(f.Replace('\\', '/'), new FileInfo(Path.Combine(root, f)).Length)));
            lines += inside;
        }
        return (new ScannedTree(root, [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]), lines);
    }

    static long LinesIn(string file) => File.ReadAllBytes(file).LongCount(b => b == (byte)'\n');

    static string CommonParent(List<string> trees)
    {
        var parent = Path.GetDirectoryName(trees[0])!;
        while (!trees.TrueForAll(t => t.StartsWith(parent + Path.DirectorySeparatorChar, StringComparison.Ordinal))) parent = Path.GetDirectoryName(parent)!;
        return parent;
    }

    /// <summary>FNV-1a.</summary>
    static uint Hash(string text) => Encoding.UTF8.GetBytes(text).Aggregate(2166136261u, (hash, b) => unchecked((hash ^ b) * 16777619u));
}
