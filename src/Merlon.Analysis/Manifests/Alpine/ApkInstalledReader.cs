using Merlon.Analysis.Manifests.Debian;

namespace Merlon.Analysis.Manifests.Alpine;

/// <summary>lib/apk/db/installed: paragraphs of one-letter fields (P name, V version, A architecture, L licence, o origin).</summary>
sealed class ApkInstalledReader : IManifestReader
{
    public string Ecosystem => "apk";
    public ManifestRank Rank => ManifestRank.Installed;

    public bool Takes(string path) => path.EndsWith("lib/apk/db/installed");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var release = OsRelease.Above(file, file.Folder.EndsWith("usr/lib/apk/db") ? "usr/lib/apk/db" : "lib/apk/db");
        var fields = new Dictionary<char, string>();
        foreach (var line in file.Lines().Append(""))
            if (line.Length > 1 && line[1] == ':') fields.TryAdd(line[0], line[2..]);
            else if (line.Length == 0)
            {
                if (fields.TryGetValue('P', out var name) && fields.TryGetValue('V', out var version))
                    report.Add(
                        PackageUrls.Alpine(name, version, fields.GetValueOrDefault('A'), fields.GetValueOrDefault('o'), release?.Distribution),
                        licenses: fields.TryGetValue('L', out var license) ? [license] : []);
                fields.Clear();
            }
    }
}
