using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.NuGet;

/// <summary>packages.lock.json: per target framework, each package with its kind (Direct, Transitive, CentralTransitive, Project).</summary>
sealed class PackagesLockReader : IManifestReader
{
    public string Ecosystem => "nuget";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "packages.lock.json");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var scopes = ProjectFileReader.ScopesBeside(file);
        foreach (var framework in Json.Read(file)["dependencies"].Fields.Values)
        {
            var graph = new LockGraph<string>();
            foreach (var (name, entry) in framework.Fields)
                if (entry["type"].Text != "Project") graph.Add(Key(name), PackageUrls.NuGet(name, entry["resolved"].Text));
            foreach (var (name, entry) in framework.Fields)
            {
                foreach (var asked in entry["dependencies"].Fields.Keys) graph.Edge(Key(name), Key(asked));
                if (entry["type"].Text == "Direct") graph.Root(Key(name), scopes.GetValueOrDefault(Key(name), PackageScope.Runtime));
            }
            graph.Report(report);
        }
    }

    static string Key(string name) => name.ToUpperInvariant();
}
