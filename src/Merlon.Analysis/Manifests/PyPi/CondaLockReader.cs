using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>conda-lock.yml (github.com/conda/conda-lock): a list of packages, each for one platform, of conda's channels or of PyPI, with
/// what each asks for. A package that is locked for several platforms is told once. The environment.yml beside it says what is direct.</summary>
sealed class CondaLockReader : IManifestReader
{
    public string Ecosystem => "conda";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Ends(path, "conda-lock.yml", "conda-lock.yaml");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var packages = Yaml.Read(file)["package"].Items.Where(p => p["name"].Text is not null).ToList();
        var asked = (file.Near("environment.yml") ?? file.Near("environment.yaml")) is { } environment ? CondaEnvironmentReader.Names(Yaml.Read(environment)) : null;
        var askedBy = packages.SelectMany(p => p["dependencies"].Fields.Select(d => (Name: d.Key, By: Purl(p)))).ToLookup(d => d.Name, d => d.By);
        foreach (var package in packages)
        {
            var name = package["name"].Text!;
            var scope = package["optional"].IsTrue && package["category"].Text is null or "main" ? PackageScope.Optional : PyProject.ScopeOfGroup(package["category"].Text ?? "main");
            report.Add(Purl(package), scope, asked?.Contains(name) ?? !askedBy[name].Any(), through: askedBy[name].OfType<string>());
        }
    }

    static string? Purl(DataNode package) =>
        package["manager"].Text == "pip" ? PackageUrls.PyPi(package["name"].Text ?? "", package["version"].Text)
        : PackageUrls.Conda(package["name"].Text ?? "", package["version"].Text, channel: CondaAddress.Channel(package["url"].Text ?? ""));
}
