using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Npm;

/// <summary>A project's package.json (docs.npmjs.com/cli/configuring-npm/package-json).</summary>
sealed class PackageJsonReader : IManifestReader
{
    public string Ecosystem => "npm";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "package.json") && !ManifestNames.IsBelow(path, "node_modules");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var manifest = Json.Read(file);
        foreach (var (asked, wanted, scope) in NpmScopes.AskedFor(manifest))
        {
            var (name, range) = NpmScopes.Unalias(asked, wanted);
            if (range.StartsWith("workspace:") || range.StartsWith("file:") || range.StartsWith("link:") || range.StartsWith("portal:")) continue;
            var exact = NpmScopes.IsVersion(range);
            report.Add(PackageUrls.Npm(name, exact ? range : null), scope, direct: true, requirement: exact ? null : range);
        }
    }
}

/// <summary>The package.json of an installed package: what is really there.</summary>
sealed class InstalledPackageJsonReader : IManifestReader
{
    public string Ecosystem => "npm";
    public ManifestRank Rank => ManifestRank.Installed;

    /// <summary>Only the one at a package's top: packages carry others for their tests and for how their files are loaded.</summary>
    public bool Takes(string path)
    {
        const string Folder = "node_modules/";
        if (!ManifestNames.Is(path, "package.json") || path.LastIndexOf(Folder, StringComparison.Ordinal) is not (>= 0 and var at)) return false;
        var inside = path[(at + Folder.Length)..];
        return inside.Count(c => c == '/') == (inside.StartsWith('@') ? 2 : 1);
    }

    public void Read(ManifestFile file, ManifestReport report)
    {
        var manifest = Json.Read(file);
        if (manifest["name"].Text is { } name && manifest["version"].Text is { } version)
            report.Add(PackageUrls.Npm(name, version), licenses: NpmScopes.Licenses(manifest));
    }
}
