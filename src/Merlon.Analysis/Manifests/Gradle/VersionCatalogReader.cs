using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>gradle/*.versions.toml: reports what no build script of the tree could be seen to use as well, because a script may name a
/// library in ways that only running it tells; these are not direct.</summary>
sealed class VersionCatalogReader : IManifestReader
{
    public string Ecosystem => "maven";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Ends(path, ".versions.toml");

    public void Read(ManifestFile file, ManifestReport report)
    {
        foreach (var (_, group, artifact, version) in new VersionCatalog(Toml.Read(file)).Libraries)
        {
            var exact = GradleVersions.IsVersion(version);
            report.Add(PackageUrls.Maven(group, artifact, exact ? version : null), requirement: exact ? null : version);
        }
    }
}
