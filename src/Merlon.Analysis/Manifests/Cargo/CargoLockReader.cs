using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Cargo;

/// <summary>Cargo.lock, all versions. Packages without a source are the project's own; they ask for the direct ones, their Cargo.toml files
/// say in which scope. The lock file of a workspace speaks for every Cargo.toml below it.</summary>
sealed class CargoLockReader : IManifestReader
{
    public string Ecosystem => "cargo";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "Cargo.lock");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var packages = Toml.Read(file)["package"].Items;
        var graph = new LockGraph<string>();
        var byName = packages.ToLookup(p => p["name"].Text ?? "", p => Key(p), StringComparer.Ordinal);
        foreach (var package in packages.Where(p => p["source"].Exists)) graph.Add(Key(package), PackageUrls.Cargo(package["name"].Text ?? "", package["version"].Text));
        var scopes = Scopes(file, report);
        foreach (var package in packages)
            foreach (var asked in package["dependencies"].Texts)
            {
                var words = asked.Split(' ');
                var target = words.Length > 1 ? $"{words[0]} {words[1]}" : byName[words[0]].FirstOrDefault() ?? "";
                if (package["source"].Exists) graph.Edge(Key(package), target);
                else graph.Root(target, scopes.GetValueOrDefault(words[0], PackageScope.Runtime));
            }
        graph.Report(report);
    }

    static string Key(DataNode package) => $"{package["name"].Text} {package["version"].Text}";

    /// <summary>The strongest scope in which any Cargo.toml below asks for a package, by name.</summary>
    static Dictionary<string, PackageScope> Scopes(ManifestFile file, ManifestReport report)
    {
        var scopes = new Dictionary<string, PackageScope>(StringComparer.Ordinal);
        var workspace = file.Near("Cargo.toml") is { } root ? Toml.Read(root) : null;
        foreach (var manifest in file.Below(p => ManifestNames.Is(p, "Cargo.toml")).Where(m => m.Folder == file.Folder || m.Near("Cargo.lock") is null))
        {
            report.Cover(manifest.Path);
            foreach (var (name, _, scope) in CargoScopes.AskedFor(Toml.Read(manifest), workspace))
                if (!scopes.TryGetValue(name, out var known) || scope.Strength() < known.Strength()) scopes[name] = scope;
        }
        return scopes;
    }
}
