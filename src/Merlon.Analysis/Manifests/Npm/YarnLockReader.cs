using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Npm;

/// <summary>yarn.lock: the format of yarn 1, which looks like YAML and is not, and that of yarn 2 and later, which is.
/// Entries are named by what was asked for ("name@range"); what the project asks for is in its package.json files.</summary>
sealed class YarnLockReader : IManifestReader
{
    public string Ecosystem => "npm";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "yarn.lock") && !ManifestNames.IsBelow(path, "node_modules");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var text = file.Text();
        var document = text.Contains("__metadata:", StringComparison.Ordinal) ? Yaml.Read(new StringReader(text)) : YarnLock1.Read(text);
        var graph = new LockGraph<string>();
        var entries = document.Fields.Where(e => e.Key != "__metadata").Select(e => (Asked: e.Key.Split(',', StringSplitOptions.TrimEntries), Entry: e.Value)).ToList();
        var byAsked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (asked, entry) in entries)
        {
            foreach (var one in asked) byAsked[one] = asked[0];
            graph.Add(asked[0], PurlOf(asked[0], entry));
        }
        foreach (var (asked, entry) in entries)
            foreach (var (name, range, scope) in NpmScopes.AskedFor(entry))
                if (Find(byAsked, name, range) is { } target)
                    graph.Edge(asked[0], target, scope == PackageScope.Optional || entry["dependenciesMeta"][name]["optional"].IsTrue);
        foreach (var (_, manifest) in NpmWorkspaces.Of(file, report))
            foreach (var (name, range, scope) in NpmScopes.AskedFor(manifest))
                if (Find(byAsked, name, range) is { } target) graph.Root(target, scope);
        graph.Report(report);
    }

    /// <summary>Null for the project's own workspaces and for what is linked from the disk.</summary>
    static string? PurlOf(string asked, DataNode entry)
    {
        var (name, range) = Split(asked);
        // Berry names the package and how it was found: "real-name@npm:1.2.3", also behind an alias or a patch.
        if (entry["resolution"].Text is { } resolution) (name, range) = Split(resolution);
        if (range.StartsWith("workspace:") || range.StartsWith("link:") || range.StartsWith("portal:") || range.StartsWith("file:")) return null;
        return PackageUrls.Npm(range.StartsWith("npm:") && entry["resolution"].Text is null ? NpmScopes.Unalias(name, range).Name : name, entry["version"].Text);
    }

    static string? Find(Dictionary<string, string> byAsked, string name, string range) =>
        byAsked.GetValueOrDefault($"{name}@{range}") ?? byAsked.GetValueOrDefault($"{name}@npm:{range}");

    static (string Name, string Range) Split(string asked) =>
        asked.IndexOf('@', Math.Min(1, asked.Length)) is > 0 and var at ? (asked[..at], asked[(at + 1)..]) : (asked, "");
}
