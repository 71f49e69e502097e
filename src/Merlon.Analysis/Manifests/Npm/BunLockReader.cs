using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Npm;

/// <summary>bun.lock (bun 1.2 and later): workspaces, and packages named by their place ("a", or "a/b" for a's own b), each a list whose
/// first item is "name@version" and one of whose further items says what it asks for.</summary>
sealed class BunLockReader : IManifestReader
{
    public string Ecosystem => "npm";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "bun.lock") && !ManifestNames.IsBelow(path, "node_modules");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Json.Read(file);
        var graph = new LockGraph<string>();
        foreach (var (place, entry) in document["packages"].Fields) graph.Add(place, PurlOf(entry));
        foreach (var (place, entry) in document["packages"].Fields)
            foreach (var (name, _, scope) in NpmScopes.AskedFor(entry.Items.FirstOrDefault(i => i.IsMap) ?? DataNode.Missing))
                if (Find(graph, place, name) is { } target) graph.Edge(place, target, scope == PackageScope.Optional);
        foreach (var (folder, workspace) in document["workspaces"].Fields)
        {
            if (file.Near(folder + "/package.json") is { } manifest) report.Cover(manifest.Path);
            foreach (var (name, _, scope) in NpmScopes.AskedFor(workspace))
                if (Find(graph, workspace["name"].Text ?? "", name) is { } target) graph.Root(target, scope);
        }
        graph.Report(report);
    }

    static string? PurlOf(DataNode entry)
    {
        var text = entry.Items is [var first, ..] ? first.Text ?? "" : "";
        if (text.IndexOf('@', Math.Min(1, text.Length)) is not (> 0 and var at)) return null;
        var version = text[(at + 1)..];
        return version.StartsWith("workspace:") || version.StartsWith("file:") || version.StartsWith("link:") || version.StartsWith("root:") ? null
            : PackageUrls.Npm(text[..at], NpmScopes.IsVersion(version) ? version : null);
    }

    static string? Find(LockGraph<string> graph, string from, string name)
    {
        for (var place = from; place.Length > 0; place = place.LastIndexOf('/') is >= 0 and var at ? place[..at] : "")
            if (graph.Contains($"{place}/{name}")) return $"{place}/{name}";
        return graph.Contains(name) ? name : null;
    }
}
