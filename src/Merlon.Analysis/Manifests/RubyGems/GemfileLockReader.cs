namespace Merlon.Analysis.Manifests.RubyGems;

/// <summary>Gemfile.lock: sections at the margin, gems at four spaces below "specs:", what they ask for at six. The Gemfile beside it
/// says in which groups the direct ones are.</summary>
sealed class GemfileLockReader : IManifestReader
{
    public string Ecosystem => "gem";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "Gemfile.lock", "gems.locked");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var gemfile = file.Near(file.Name == "gems.locked" ? "gems.rb" : "Gemfile");
        var groups = gemfile is null ? [] : Gemfile.Read(gemfile).GroupBy(g => g.Name).ToDictionary(g => g.Key, g => g.First().Scope, StringComparer.Ordinal);
        var graph = new LockGraph<string>();
        var edges = new List<(string From, string To)>();
        var (section, current) = ("", "");
        foreach (var line in file.Lines().Where(l => l.Trim().Length > 0))
        {
            var indent = line.Length - line.TrimStart().Length;
            var name = line.Trim().Split(' ')[0].TrimEnd('!');
            if (indent == 0) section = line.Trim();
            else if (indent == 2 && section == "DEPENDENCIES") graph.Root(name, groups.GetValueOrDefault(name, PackageScope.Runtime));
            else if (indent == 4 && section is "GEM" or "GIT") graph.Add(current = name, PurlOf(name, line));
            else if (indent == 4) current = "";
            else if (indent == 6 && current.Length > 0) edges.Add((current, name));
        }
        foreach (var (from, to) in edges) graph.Edge(from, to);
        graph.Report(report);
    }

    /// <summary>"name (1.0.0)" or, for a gem built for a platform, "name (1.0.0-x86_64-linux)".</summary>
    static string? PurlOf(string name, string line)
    {
        if (line.IndexOf('(') is not (> 0 and var open)) return null;
        var stated = line[(open + 1)..].TrimEnd(')', ' ');
        return stated.IndexOf('-') is > 0 and var dash ? PackageUrls.Gem(name, stated[..dash], stated[(dash + 1)..]) : PackageUrls.Gem(name, stated);
    }
}
