using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.NuGet;

/// <summary>*.deps.json, which a build puts beside its output: what the application loads.</summary>
sealed class DepsJsonReader : IManifestReader
{
    public string Ecosystem => "nuget";
    public ManifestRank Rank => ManifestRank.Installed;

    public bool Takes(string path) => ManifestNames.Ends(path, ".deps.json");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Json.Read(file);
        var projects = document["libraries"].Fields.Where(l => l.Value["type"].Text == "project").Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var target in document["targets"].Fields.Values)
        {
            var graph = new LockGraph<string>();
            foreach (var key in target.Fields.Keys)
                if (document["libraries"][key]["type"].Text == "package" && key.Split('/') is [var name, var version]) graph.Add(key, PackageUrls.NuGet(name, version));
            foreach (var (key, entry) in target.Fields)
                foreach (var (name, version) in entry["dependencies"].Fields)
                    if (projects.Contains(key)) graph.Root($"{name}/{version.Text}", PackageScope.Runtime);
                    else graph.Edge(key, $"{name}/{version.Text}");
            graph.Report(report);
        }
    }
}
