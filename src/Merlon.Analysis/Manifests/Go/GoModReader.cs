namespace Merlon.Analysis.Manifests.Go;

/// <summary>go.mod (go.dev/ref/mod). Since Go 1.17 it names every module of the build; "// indirect" marks those that only others ask for.
/// It speaks for go.sum and vendor/modules.txt, which say less.</summary>
sealed class GoModReader : IManifestReader
{
    public string Ecosystem => "golang";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "go.mod") && !ManifestNames.IsBelow(path, "vendor");

    public void Read(ManifestFile file, ManifestReport report)
    {
        foreach (var name in (ReadOnlySpan<string>)["go.sum", "vendor/modules.txt"])
            if (file.Near(name) is { } lesser) report.Cover(lesser.Path);
        var statements = Statements(file).ToList();
        var replaced = statements.Where(s => s.Verb == "replace").Select(s => s.Words).Where(w => w.Contains("=>"))
            .GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        foreach (var (_, words, indirect) in statements.Where(s => s.Verb == "require" && s.Words.Length >= 2))
            Add(words[0], words[1], !indirect, replaced.GetValueOrDefault(words[0]), report);
    }

    static void Add(string module, string version, bool direct, string[]? replacement, ManifestReport report)
    {
        var target = replacement is null ? [] : replacement[(Array.IndexOf(replacement, "=>") + 1)..];
        var applies = target.Length > 0 && (replacement![1] == "=>" || replacement[1] == version);
        // Replaced by a folder: the code is in the tree, no package.
        if (applies && target.Length == 1) return;
        report.Add(applies ? PackageUrls.Go(target[0], target[1]) : PackageUrls.Go(module, version), direct: direct);
    }

    /// <summary>Each statement on a line of its own or in a block, without its verb.</summary>
    static IEnumerable<(string Verb, string[] Words, bool Indirect)> Statements(ManifestFile file)
    {
        var block = "";
        foreach (var line in file.Lines())
        {
            var comment = line.IndexOf("//", StringComparison.Ordinal);
            var indirect = comment >= 0 && line[(comment + 2)..].Trim() is var said && (said == "indirect" || said.StartsWith("indirect;"));
            var words = (comment >= 0 ? line[..comment] : line).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('"', '`')).ToArray();
            if (words.Length == 0) continue;
            if (words is [")"]) block = "";
            else if (block.Length > 0) yield return (block, words, indirect);
            else if (words is [_, "("]) block = words[0];
            else yield return (words[0], words[1..], indirect);
        }
    }
}
