namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>setup.cfg: install_requires, extras and setup_requires, one requirement on each indented line below the key.</summary>
sealed class SetupCfgReader : IManifestReader
{
    public string Ecosystem => "pypi";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "setup.cfg");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var (section, key) = ("", "");
        foreach (var line in file.Lines())
        {
            var content = line.Trim();
            if (content.Length == 0 || content[0] is '#' or ';') continue;
            if (content[0] == '[' && !char.IsWhiteSpace(line[0])) (section, key) = (content.Trim('[', ']'), "");
            else if (char.IsWhiteSpace(line[0])) Add(section, key, content, report);
            else if (content.IndexOf('=') is > 0 and var equals)
            {
                key = content[..equals].Trim();
                Add(section, key, content[(equals + 1)..].Trim(), report);
            }
        }
    }

    static void Add(string section, string key, string content, ManifestReport report)
    {
        PackageScope? scope = (section, key) switch
        {
            ("options", "install_requires") => PackageScope.Runtime,
            ("options", "setup_requires") => PackageScope.Build,
            ("options", "tests_require") => PackageScope.Test,
            ("options.extras_require", _) => PackageScope.Optional,
            _ => null,
        };
        if (scope is { } known && Requirement.Parse(content) is { } requirement) requirement.AddTo(report, known);
    }
}
