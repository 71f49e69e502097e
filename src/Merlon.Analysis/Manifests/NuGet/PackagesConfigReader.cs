using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.NuGet;

/// <summary>packages.config: all packages, resolved, without who asks for whom.</summary>
sealed class PackagesConfigReader : IManifestReader
{
    public string Ecosystem => "nuget";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => path.EndsWith("packages.config", StringComparison.OrdinalIgnoreCase) && ManifestNames.Is(path.ToLowerInvariant(), "packages.config");

    public void Read(ManifestFile file, ManifestReport report)
    {
        foreach (var package in Xml.Read(file).Children("package"))
            if (package.Attr("id") is { } id)
                report.Add(PackageUrls.NuGet(id, package.Attr("version")), package.Attr("developmentDependency") == "true" ? PackageScope.Development : PackageScope.Runtime, direct: true);
    }
}
