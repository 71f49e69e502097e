using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Pub;

/// <summary>pubspec.lock (dart.dev/tools/pub): says of each package whether it is direct and for what, not who asks for it.</summary>
sealed class PubspecLockReader : IManifestReader
{
    public string Ecosystem => "pub";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "pubspec.lock");

    public void Read(ManifestFile file, ManifestReport report)
    {
        foreach (var (name, entry) in Yaml.Read(file)["packages"].Fields)
        {
            // Those of the SDK and of paths carry no version of their own.
            if (entry["source"].Text is not ("hosted" or "git")) continue;
            var kind = entry["dependency"].Text ?? "";
            report.Add(
                PackageUrls.Pub(entry["description"]["name"].Text ?? name, entry["version"].Text),
                kind == "direct dev" ? PackageScope.Development : PackageScope.Runtime, direct: kind.StartsWith("direct"));
        }
    }
}

/// <summary>A pubspec.yaml that no lock file speaks for.</summary>
sealed class PubspecReader : IManifestReader
{
    public string Ecosystem => "pub";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "pubspec.yaml");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Yaml.Read(file);
        Add(document["dependencies"], PackageScope.Runtime, report);
        Add(document["dev_dependencies"], PackageScope.Development, report);
    }

    static void Add(DataNode group, PackageScope scope, ManifestReport report)
    {
        foreach (var (name, entry) in group.Fields)
        {
            if (entry["sdk"].Exists || entry["path"].Exists) continue;
            var range = entry.Text ?? entry["version"].Text;
            var exact = range is { Length: > 0 } && char.IsAsciiDigit(range[0]) && !range.Contains(' ');
            report.Add(PackageUrls.Pub(name, exact ? range : null), scope, direct: true, requirement: exact ? null : range);
        }
    }
}
