using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>A pyproject.toml that no lock file speaks for.</summary>
sealed class PyProjectReader : IManifestReader
{
    public string Ecosystem => "pypi";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "pyproject.toml");

    public void Read(ManifestFile file, ManifestReport report)
    {
        foreach (var (requirement, scope) in PyProject.AskedFor(Toml.Read(file))) requirement.AddTo(report, scope);
    }
}
