using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Composer;

/// <summary>composer.lock: resolved packages, those for development apart; composer.json beside it says what was asked for.</summary>
sealed class ComposerLockReader : IManifestReader
{
    public string Ecosystem => "composer";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "composer.lock") && !ManifestNames.IsBelow(path, "vendor");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Json.Read(file);
        var graph = new LockGraph<string>();
        var packages = document["packages"].Items.Concat(document["packages-dev"].Items).ToList();
        foreach (var package in packages) graph.Add(Key(package["name"].Text), PackageUrls.Composer(package["name"].Text ?? "", package["version"].Text), [.. package["license"].Texts]);
        foreach (var package in packages)
            foreach (var asked in package["require"].Fields.Keys) graph.Edge(Key(package["name"].Text), Key(asked));
        if (file.Near("composer.json") is { } manifest)
            foreach (var (name, _, scope) in ComposerJson.AskedFor(Json.Read(manifest))) graph.Root(Key(name), scope);
        graph.Report(report);
    }

    static string Key(string? name) => name?.ToLowerInvariant() ?? "";
}

/// <summary>A composer.json that no lock file speaks for.</summary>
sealed class ComposerJsonReader : IManifestReader
{
    public string Ecosystem => "composer";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "composer.json") && !ManifestNames.IsBelow(path, "vendor");

    public void Read(ManifestFile file, ManifestReport report)
    {
        foreach (var (name, range, scope) in ComposerJson.AskedFor(Json.Read(file)))
        {
            var exact = range.Length > 0 && range.All(c => char.IsAsciiDigit(c) || c == '.') && range.Count(c => c == '.') >= 2;
            report.Add(PackageUrls.Composer(name, exact ? range : null), scope, direct: true, requirement: exact ? null : range);
        }
    }
}

/// <summary>What a composer.json asks for. Names without '/' are of the platform: PHP itself, its extensions, libraries.</summary>
static class ComposerJson
{
    public static IEnumerable<(string Name, string Range, PackageScope Scope)> AskedFor(DataNode document) =>
        new[] { ("require", PackageScope.Runtime), ("require-dev", PackageScope.Development) }
            .SelectMany(g => document[g.Item1].Fields.Where(f => f.Key.Contains('/')).Select(f => (f.Key, f.Value.Text ?? "", g.Item2)));
}
