using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Npm;

/// <summary>pnpm-lock.yaml, versions 5 to 9. Entries were named "/name/1.0.0_peers" (5), "/name@1.0.0(peers)" (6) and "name@1.0.0(peers)"
/// (9, where what they ask for moved from <c>packages</c> to <c>snapshots</c>).</summary>
sealed class PnpmLockReader : IManifestReader
{
    static readonly string[] Groups = ["dependencies", "optionalDependencies"];

    public string Ecosystem => "npm";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "pnpm-lock.yaml") && !ManifestNames.IsBelow(path, "node_modules");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Yaml.Read(file);
        var graph = new LockGraph<string>();
        var entries = document["snapshots"].Fields.Count > 0 ? document["snapshots"] : document["packages"];
        // A snapshot says what it asks for; what it is stands among the packages, without its peers.
        foreach (var (key, entry) in entries.Fields) graph.Add(key, PurlOf(key, document["packages"][key.Split('(')[0]] is { Exists: true } package ? package : entry));
        foreach (var (key, entry) in entries.Fields)
            foreach (var group in Groups)
                foreach (var (name, version) in entry[group].Fields)
                    if (Find(graph, name, version.Text) is { } target) graph.Edge(key, target, group == "optionalDependencies");
        foreach (var (place, importer) in Importers(document))
        {
            if (file.Near(place + "/package.json") is { } manifest) report.Cover(manifest.Path);
            AddRoots(importer, graph);
        }
        graph.Report(report);
    }

    /// <summary>The projects of the workspace; a single project was written at the top until version 6.</summary>
    static IEnumerable<KeyValuePair<string, DataNode>> Importers(DataNode document) =>
        document["importers"].Fields.Count > 0 ? document["importers"].Fields : [new(".", document)];

    static void AddRoots(DataNode importer, LockGraph<string> graph)
    {
        foreach (var (group, scope) in NpmScopes.All)
            foreach (var (name, version) in importer[group].Fields)
                if (Find(graph, name, version.Text ?? version["version"].Text) is { } target) graph.Root(target, scope);
    }

    static string? Find(LockGraph<string> graph, string name, string? version)
    {
        if (version is null) return null;
        foreach (var key in (ReadOnlySpan<string>)[$"{name}@{version}", $"/{name}@{version}", $"/{name}/{version}", version])
            if (graph.Contains(key)) return key;
        return null;
    }

    static string? PurlOf(string key, DataNode entry)
    {
        if (key.StartsWith("file:") || key.StartsWith("link:") || key.Contains("@file:") || key.Contains("@link:")) return null;
        var bare = (key.IndexOf('(') is > 0 and var peers ? key[..peers] : key).TrimStart('/');
        // The name ends at the first '/' (5) or '@' (6 and later) behind the scope.
        var start = bare.StartsWith('@') ? bare.IndexOf('/') + 1 : 0;
        var end = start + bare.AsSpan(start).IndexOfAny('/', '@');
        if (end <= start) return null;
        return PackageUrls.Npm(entry["name"].Text ?? bare[..end], VersionOf(bare[(end + 1)..], entry));
    }

    /// <summary>An address in place of a version (git, tarball) says nothing; the entry itself may.</summary>
    static string? VersionOf(string text, DataNode entry)
    {
        if (entry["version"].Text is { } stated) return stated;
        var version = text.IndexOf('_') is > 0 and var peers ? text[..peers] : text;
        return version.Contains("://", StringComparison.Ordinal) || version.Contains('/') ? null : version;
    }
}
