namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>gradle.lockfile and buildscript-gradle.lockfile: "group:artifact:version=configuration,configuration".</summary>
sealed class GradleLockReader : IManifestReader
{
    public string Ecosystem => "maven";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Ends(path, "gradle.lockfile");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var build = file.Name.StartsWith("buildscript");
        if (file.Near("gradle/libs.versions.toml") is { } catalog) report.Cover(catalog.Path);
        // The build script still says which of these the project itself asks for.
        var asked = BuildScript.Beside(file).SelectMany(s => s.Dependencies()).Select(d => $"{d.Group}:{d.Artifact}").ToHashSet(StringComparer.Ordinal);
        foreach (var line in file.Lines())
        {
            if (line.StartsWith('#') || line.IndexOf('=') is not (> 0 and var equals) || line[..equals].Split(':') is not [var group, var artifact, var version]) continue;
            var scope = build ? PackageScope.Build : ScopeOf(line[(equals + 1)..].Split(','));
            report.Add(PackageUrls.Maven(group, artifact, version), scope, direct: asked.Contains($"{group}:{artifact}"));
        }
    }

    static PackageScope ScopeOf(string[] configurations) =>
        configurations.Select(GradleScopes.OfConfiguration).MinBy(PackageScopes.Strength);
}
