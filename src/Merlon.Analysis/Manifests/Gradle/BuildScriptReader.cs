namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>build.gradle and build.gradle.kts, as far as they state dependencies literally (see <see cref="BuildScript"/>).</summary>
sealed class BuildScriptReader : IManifestReader
{
    public string Ecosystem => "maven";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Ends(path, ".gradle", ".gradle.kts");

    public void Read(ManifestFile file, ManifestReport report)
    {
        foreach (var dependency in new BuildScript(file).Dependencies())
        {
            var exact = GradleVersions.IsVersion(dependency.Version);
            if (dependency.Version?.Contains('$') == true)
                report.Note($"The version of {dependency.Group}:{dependency.Artifact} is computed: {dependency.Version}.", dependency.Line);
            report.Add(
                PackageUrls.Maven(dependency.Group, dependency.Artifact, exact ? dependency.Version : null),
                GradleScopes.OfConfiguration(dependency.Configuration), direct: true, requirement: exact ? null : dependency.Version);
        }
    }
}
