using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.SwiftPm;

/// <summary>Package.resolved, versions 1 to 3. It does not say who asks for whom; what the Package.swift beside it names is direct.</summary>
sealed class PackageResolvedReader : IManifestReader
{
    public string Ecosystem => "swift";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "Package.resolved");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Json.Read(file);
        var manifest = file.Near("Package.swift")?.Text() ?? "";
        foreach (var pin in document["pins"].Items.Concat(document["object"]["pins"].Items))
            // A package of a registry has no place, and "scope.name" for its identity.
            if (pin["kind"].Text == "registry" && pin["identity"].Text is { } identity)
                report.Add(PackageUrls.Swift(identity.Replace('.', '/'), pin["state"]["version"].Text), direct: manifest.Contains($"\"{identity}\"", StringComparison.OrdinalIgnoreCase));
            else if ((pin["location"].Text ?? pin["repositoryURL"].Text) is { } location)
                report.Add(PackageUrls.Swift(location, pin["state"]["version"].Text), direct: manifest.Contains($"\"{location}\"", StringComparison.OrdinalIgnoreCase));
    }
}
