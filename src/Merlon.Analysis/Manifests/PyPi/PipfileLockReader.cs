using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>Pipfile.lock: groups "default" and "develop" with pinned versions; the Pipfile beside it says what was asked for.</summary>
sealed class PipfileLockReader : IManifestReader
{
    public string Ecosystem => "pypi";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "Pipfile.lock");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var asked = file.Near("Pipfile") is { } pipfile
            ? Toml.Read(pipfile).Fields.Values.SelectMany(g => g.Fields.Keys).Select(n => PackageUrls.PyPi(n, null)).ToHashSet(StringComparer.Ordinal)
            : null;
        foreach (var (group, packages) in Json.Read(file).Fields.Where(g => g.Key != "_meta"))
            foreach (var (name, entry) in packages.Fields)
                report.Add(
                    PackageUrls.PyPi(name, entry["version"].Text?.TrimStart('=')),
                    group == "default" ? PackageScope.Runtime : PackageScope.Development,
                    direct: asked?.Contains(PackageUrls.PyPi(name, null)) ?? entry["index"].Exists);
    }
}
