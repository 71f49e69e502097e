namespace Merlon.Analysis.Manifests.NuGet;

/// <summary>paket.lock: groups, sources, packages at four spaces, what they ask for at six. What the project itself asks for is in
/// paket.dependencies beside it.</summary>
sealed class PaketLockReader : IManifestReader
{
    public string Ecosystem => "nuget";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "paket.lock");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var graph = new LockGraph<(string Group, string Name)>();
        var edges = new List<((string, string) From, (string, string) To)>();
        var (group, kind, current) = ("", "", "");
        foreach (var line in file.Lines())
        {
            var indent = line.Length - line.TrimStart().Length;
            var words = line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;
            if (indent == 0) (group, kind) = words[0] == "GROUP" ? (Key(words[^1]), "") : (group, words[0]);
            else if (kind != "NUGET") continue;
            else if (indent == 4 && words.Length > 1) graph.Add((group, current = Key(words[0])), PackageUrls.NuGet(words[0], words[1].Trim('(', ')')));
            else if (indent == 6) edges.Add(((group, current), (group, Key(words[0]))));
        }
        foreach (var (from, to) in edges) graph.Edge(from, to);
        if (file.Near("paket.dependencies") is { } asked) AddRoots(asked, graph);
        graph.Report(report);
    }

    static void AddRoots(ManifestFile dependencies, LockGraph<(string, string)> graph)
    {
        var group = "";
        foreach (var words in dependencies.Lines().Select(l => l.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 1))
            if (words[0] == "group") group = Key(words[1]);
            else if (words[0] == "nuget") graph.Root((group, Key(words[1])), ScopeOf(group));
    }

    /// <summary>Paket's groups have free names; these two are what its users call them.</summary>
    static PackageScope ScopeOf(string group) => group switch { "TEST" or "TESTS" => PackageScope.Test, "BUILD" => PackageScope.Build, _ => PackageScope.Runtime };

    static string Key(string name) => name.ToUpperInvariant();
}
