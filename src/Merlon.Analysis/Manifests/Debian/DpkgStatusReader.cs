namespace Merlon.Analysis.Manifests.Debian;

/// <summary>The database of dpkg in a root file system: var/lib/dpkg/status, or one file per package in status.d (distroless images).</summary>
sealed class DpkgStatusReader : IManifestReader
{
    public string Ecosystem => "deb";
    public ManifestRank Rank => ManifestRank.Installed;

    public bool Takes(string path) =>
        path.EndsWith("lib/dpkg/status") || (path.Contains("lib/dpkg/status.d/", StringComparison.Ordinal) && !path.EndsWith(".md5sums"));

    public void Read(ManifestFile file, ManifestReport report)
    {
        var release = OsRelease.Above(file, "var/lib/dpkg");
        foreach (var package in Paragraphs(file))
            // Removed packages whose configuration files stay are listed as well.
            if (package.TryGetValue("Package", out var name) && package.TryGetValue("Version", out var version)
                && (!package.TryGetValue("Status", out var status) || status.EndsWith(" installed")))
                report.Add(PackageUrls.Debian(
                    release?.Id ?? "debian", name, version, package.GetValueOrDefault("Architecture"), package.GetValueOrDefault("Source"), release?.Distribution));
    }

    /// <summary>The fields of each paragraph (deb822), first lines only.</summary>
    static IEnumerable<Dictionary<string, string>> Paragraphs(ManifestFile file)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in file.Lines().Append(""))
            if (line.Length == 0)
            {
                if (fields.Count > 0) yield return fields;
                fields = new(StringComparer.Ordinal);
            }
            else if (line[0] is not (' ' or '\t') && line.IndexOf(':') is > 0 and var colon) fields[line[..colon]] = line[(colon + 1)..].Trim();
    }
}
