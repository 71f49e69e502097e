using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Cargo;

/// <summary>A Cargo.toml that no Cargo.lock speaks for: ranges, so no versions but exact ones ("=1.2.3").</summary>
sealed class CargoTomlReader : IManifestReader
{
    public string Ecosystem => "cargo";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "Cargo.toml");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var manifest = Toml.Read(file);
        foreach (var (name, entry, scope) in CargoScopes.AskedFor(manifest, manifest["workspace"].Exists ? manifest : WorkspaceOf(file)))
        {
            if (entry["path"].Exists && !entry["version"].Exists) continue;
            var range = entry.Text ?? entry["version"].Text;
            var exact = range is { Length: > 1 } && range[0] == '=' && !range.Contains(',') && !range.Contains('*') ? range[1..].Trim() : null;
            report.Add(PackageUrls.Cargo(name, exact), scope, direct: true, requirement: exact is null ? range : null);
        }
    }

    /// <summary>The nearest Cargo.toml above that is a workspace.</summary>
    static DataNode? WorkspaceOf(ManifestFile file)
    {
        for (var above = file.Near("../Cargo.toml"); above is not null; above = above.Near("../Cargo.toml"))
            if (Toml.Read(above) is var manifest && manifest["workspace"].Exists) return manifest;
        return null;
    }
}
