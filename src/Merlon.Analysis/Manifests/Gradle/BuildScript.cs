namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>The dependencies that a build.gradle or build.gradle.kts states literally: coordinates in quotes, the map form, and
/// accessors of the version catalog. A build script is a program; what it computes is not seen.</summary>
sealed class BuildScript(ManifestFile file)
{
    const int MaxLine = 4000;

    /// <param name="Catalog">An accessor of the catalog, when there are no coordinates.</param>
    public sealed record Dependency(string Configuration, string Group, string Artifact, string? Version, int Line, string? Catalog = null);

    public static IEnumerable<BuildScript> Beside(ManifestFile file) =>
        new[] { "build.gradle", "build.gradle.kts" }.Select(file.Near).OfType<ManifestFile>().Select(f => new BuildScript(f));

    /// <summary>All dependencies, those of the catalog resolved.</summary>
    public IEnumerable<Dependency> Dependencies()
    {
        var catalog = file.Above("gradle/libs.versions.toml") is { } found ? new VersionCatalog(Formats.Toml.Read(found)) : null;
        return Stated().SelectMany(d => d.Catalog is null ? [d] : Resolve(d, catalog));
    }

    static IEnumerable<Dependency> Resolve(Dependency stated, VersionCatalog? catalog)
    {
        if (catalog is null) return [];
        var accessors = stated.Catalog!.StartsWith("bundles.") ? catalog.Bundle(stated.Catalog[8..]).ToHashSet(StringComparer.Ordinal) : [stated.Catalog];
        return catalog.Libraries.Where(l => accessors.Contains(l.Accessor)).Select(l => stated with { Group = l.Group, Artifact = l.Artifact, Version = l.Version });
    }

    IEnumerable<Dependency> Stated()
    {
        var (number, inside, variables) = (0, new DependencyBlocks(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var line in file.Lines())
        {
            number++;
            if (line.Length > MaxLine) continue;
            var code = line.Trim();
            if (inside.Enter(code) && GradleLine.Read(code, variables) is { } read) yield return read with { Line = number };
            else GradleLine.TakeVariable(code, variables);
        }
    }
}
