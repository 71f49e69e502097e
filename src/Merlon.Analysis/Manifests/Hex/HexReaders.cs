using System.Text.RegularExpressions;

namespace Merlon.Analysis.Manifests.Hex;

/// <summary>mix.lock: one Elixir tuple per line, {:hex, :name, "version", checksum, [builders], [{:asked, ...}], repository}.
/// The mix.exs beside it says what was asked for.</summary>
sealed partial class MixLockReader : IManifestReader
{
    const int MaxLine = 20_000;

    public string Ecosystem => "hex";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "mix.lock");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var graph = new LockGraph<string>();
        var edges = new List<(string From, string To)>();
        foreach (var line in file.Lines().Where(l => l.Length < MaxLine))
        {
            if (Source().Match(line) is { Success: true } source) report.Note($"{source.Groups["key"].Value} comes from {source.Groups["address"].Value} and is no package of Hex.");
            if (Entry().Match(line) is not { Success: true } entry) continue;
            var key = entry.Groups["key"].Value;
            graph.Add(key, PackageUrls.Hex(entry.Groups["name"].Value, entry.Groups["version"].Value));
            edges.AddRange(Asked().Matches(line[(entry.Index + entry.Length)..]).Select(m => (key, m.Groups["name"].Value)));
        }
        foreach (var (from, to) in edges) graph.Edge(from, to);
        if (file.Near("mix.exs") is { } project)
            foreach (var (name, _, scope) in MixExs.Read(project)) graph.Root(name, scope);
        graph.Report(report);
    }

    [GeneratedRegex("""^\s*"(?<key>\w+)":\s*\{:hex,\s*:"?(?<name>\w+)"?,\s*"(?<version>[^"]+)",""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex("""^\s*"(?<key>\w+)":\s*\{:git,\s*"(?<address>[^"]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Source();

    [GeneratedRegex("""\{:(?<name>\w+),\s*"[^"]*",\s*\[""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();
}

/// <summary>A mix.exs that no lock file speaks for.</summary>
sealed class MixExsReader : IManifestReader
{
    public string Ecosystem => "hex";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "mix.exs");

    public void Read(ManifestFile file, ManifestReport report)
    {
        foreach (var (name, range, scope) in MixExs.Read(file)) report.Add(PackageUrls.Hex(name, null), scope, direct: true, requirement: range);
    }
}

/// <summary>The dependencies that a mix.exs states literally: {:name, "~> 1.0", only: :test}.</summary>
static partial class MixExs
{
    public static IEnumerable<(string Name, string Range, PackageScope Scope)> Read(ManifestFile file)
    {
        foreach (var line in file.Lines().Where(l => l.Length < 2000 && !l.TrimStart().StartsWith('#')))
            if (Dependency().Match(line) is { Success: true } match)
                yield return (match.Groups["name"].Value, match.Groups["range"].Value, ScopeOf(line));
    }

    static PackageScope ScopeOf(string line)
    {
        if (line.IndexOf("only:", StringComparison.Ordinal) is not (>= 0 and var at)) return PackageScope.Runtime;
        var only = line[at..];
        return only.Contains(":prod", StringComparison.Ordinal) ? PackageScope.Runtime : only.Contains(":dev", StringComparison.Ordinal) ? PackageScope.Development : PackageScope.Test;
    }

    [GeneratedRegex("""\{:(?<name>\w+),\s*"(?<range>[^"]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Dependency();
}
