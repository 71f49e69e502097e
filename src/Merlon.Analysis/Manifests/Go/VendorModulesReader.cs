namespace Merlon.Analysis.Manifests.Go;

/// <summary>vendor/modules.txt without go.mod: the modules whose code is in the vendor folder; "## explicit" marks what the project asks for.</summary>
sealed class VendorModulesReader : IManifestReader
{
    public string Ecosystem => "golang";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "modules.txt") && path.EndsWith("vendor/modules.txt");

    public void Read(ManifestFile file, ManifestReport report)
    {
        string? purl = null;
        foreach (var line in file.Lines())
            if (line.StartsWith("## ")) report.Add(purl, direct: line.Contains("explicit", StringComparison.Ordinal));
            else if (line.StartsWith("# ")) report.Add(purl = PurlOf(line[2..].Split(' ')));
    }

    /// <summary>"module version", or "module version => module version" for a replaced one.</summary>
    static string? PurlOf(string[] words) =>
        words.Contains("=>") ? words is [.., "=>", var module, var version] ? PackageUrls.Go(module, version) : null
        : words.Length >= 2 ? PackageUrls.Go(words[0], words[1])
        : null;
}
