using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.NuGet;

/// <summary>obj/project.assets.json, which restore writes: what was resolved for each target, and what the project asked for.</summary>
sealed class AssetsReader : IManifestReader
{
    public string Ecosystem => "nuget";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "project.assets.json");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Json.Read(file);
        var project = Path.GetFileName((document["project"]["restore"]["projectPath"].Text ?? "").Replace('\\', '/'));
        if (project.Length > 0 && file.Near("../" + project) is { } covered) report.Cover(covered.Path);
        var asked = document["project"]["frameworks"].Fields.Values.SelectMany(f => f["dependencies"].Fields)
            .GroupBy(d => d.Key.ToUpperInvariant()).ToDictionary(g => g.Key, g => g.First().Value["suppressParent"].Text == "All");
        foreach (var target in document["targets"].Fields.Values) Read(target, asked, report);
    }

    static void Read(DataNode target, Dictionary<string, bool> asked, ManifestReport report)
    {
        var graph = new LockGraph<string>();
        foreach (var (key, entry) in target.Fields)
            if (entry["type"].Text == "package" && key.Split('/') is [var name, var version]) graph.Add(name.ToUpperInvariant(), PackageUrls.NuGet(name, version));
        foreach (var (key, entry) in target.Fields)
        {
            var name = key.Split('/')[0].ToUpperInvariant();
            foreach (var dependency in entry["dependencies"].Fields.Keys) graph.Edge(name, dependency.ToUpperInvariant());
            if (asked.TryGetValue(name, out var development)) graph.Root(name, development ? PackageScope.Development : PackageScope.Runtime);
        }
        graph.Report(report);
    }
}
