namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>The metadata of an installed or unpacked Python package.</summary>
sealed class InstalledPythonReader : IManifestReader
{
    public string Ecosystem => "pypi";
    public ManifestRank Rank => ManifestRank.Installed;

    public bool Takes(string path) => ManifestNames.Is(path, "PKG-INFO") || (ManifestNames.Is(path, "METADATA") && path.EndsWith(".dist-info/METADATA"));

    public void Read(ManifestFile file, ManifestReport report)
    {
        using var text = new StreamReader(file.Open());
        var (purl, licenses) = PythonMetadata.Read(text);
        report.Add(purl, licenses: licenses);
    }
}
