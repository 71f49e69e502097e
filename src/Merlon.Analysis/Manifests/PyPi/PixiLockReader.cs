using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>pixi.lock, versions 4 to 6 (pixi.sh, "Lock file"): packages by their address, of conda's channels ("conda") or of PyPI
/// ("pypi"), for all platforms and environments. The project itself and what lies in its folders have no address.</summary>
sealed class PixiLockReader : IManifestReader
{
    public string Ecosystem => "conda";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "pixi.lock");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var asked = (file.Near("pixi.toml") ?? file.Near("pyproject.toml")) is { } manifest ? Asked(Toml.Read(manifest)) : [];
        foreach (var package in Yaml.Read(file)["packages"].Items)
        {
            var conda = package["conda"].Text ?? (package["kind"].Text == "conda" ? package["url"].Text : null);
            if (conda is null)
            {
                if ((package["pypi"].Text ?? package["url"].Text)?.Contains("://", StringComparison.Ordinal) == true && package["name"].Text is { } name)
                    report.Add(PackageUrls.PyPi(name, package["version"].Text), direct: asked.Contains(name));
            }
            else if (CondaAddress.Package(conda) is var (found, version))
                report.Add(PackageUrls.Conda(found, version, channel: CondaAddress.Channel(conda)), direct: asked.Contains(found), licenses: package["license"].Texts);
        }
    }

    // [dependencies], [pypi-dependencies] and those of features, in pixi.toml or below [tool.pixi] of a pyproject.toml.
    static HashSet<string> Asked(DataNode manifest)
    {
        var pixi = manifest["tool"]["pixi"].Exists ? manifest["tool"]["pixi"] : manifest;
        return [.. pixi["feature"].Fields.Values.Append(pixi).SelectMany(f => f["dependencies"].Fields.Keys.Concat(f["pypi-dependencies"].Fields.Keys))];
    }
}
