namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>The dependencies that a build.gradle or build.gradle.kts states literally or by a name that was given a text: coordinates, the map
/// form, and accessors of the version catalog. A build script is a program; what it computes is not seen.</summary>
sealed class BuildScript(ManifestFile file)
{
    const int MaxLine = 4000;

    /// <summary>Lines that one call may go over.</summary>
    const int MaxLines = 50;

    GradleValues values = new();

    /// <param name="Catalog">An accessor of the catalog, when there are no coordinates.</param>
    public sealed record Dependency(string Configuration, string Group, string Artifact, string? Version, int Line, string? Catalog = null);

    public static IEnumerable<BuildScript> Beside(ManifestFile file) =>
        new[] { "build.gradle", "build.gradle.kts" }.Select(file.Near).OfType<ManifestFile>().Select(f => new BuildScript(f));

    /// <summary>All dependencies, those of the catalog resolved.</summary>
    public IEnumerable<Dependency> Dependencies()
    {
        var catalog = file.Above("gradle/libs.versions.toml") is { } found ? new VersionCatalog(Formats.Toml.Read(found)) : null;
        values = GradleValues.Of(file);
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
        var constraints = new Dictionary<(string, string), string?>();
        var stated = new List<Dependency>();
        foreach (var (code, line, constrains) in Calls())
            foreach (var read in GradleLine.Read(code, values))
                if (constrains) constraints[(read.Group, read.Artifact)] = read.Version;
                else stated.Add(read with { Line = line });
        return stated.Select(d => d.Version is null && d.Catalog is null ? d with { Version = constraints.GetValueOrDefault((d.Group, d.Artifact)) } : d);
    }

    /// <summary>What stands in dependency blocks, one call each: an open bracket or a comma at a line's end goes on in the next.</summary>
    IEnumerable<(string Code, int Line, bool Constrains)> Calls()
    {
        var (number, first, inside, open) = (0, 0, new DependencyBlocks(), "");
        foreach (var line in file.Lines())
        {
            number++;
            if (line.Length > MaxLine) continue;
            var code = line.Trim();
            if (!inside.Enter(code)) continue;
            if (open.Length == 0) first = number;
            open = $"{open} {GradleLine.WithoutComment(code)}".Trim();
            if (open.Length < MaxLine && number - first < MaxLines && (open.EndsWith(',') || open.EndsWith('('))) continue;
            yield return (open, first, inside.InConstraints);
            open = "";
        }
    }
}
