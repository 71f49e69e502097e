namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>requirements files (pip.pypa.io/en/stable/reference/requirements-file-format): continued lines, comments, hashes, -r to other
/// files, -c to constraints, which pin what others ask for.</summary>
sealed class RequirementsReader : IManifestReader
{
    const int MaxFiles = 100;

    public string Ecosystem => "pypi";
    public ManifestRank Rank => ManifestRank.Manifest;

    /// <summary>requirements.txt, requirements-dev.txt, dev-requirements.txt, requirements/dev.txt and the .in files they are made from.</summary>
    public bool Takes(string path)
    {
        if (!ManifestNames.Ends(path, ".txt", ".in", ".pip")) return false;
        var parts = path.Split('/');
        return parts[^1].Contains("requirement", StringComparison.OrdinalIgnoreCase) || (parts.Length > 1 && parts[^2] == "requirements");
    }

    public void Read(ManifestFile file, ManifestReport report)
    {
        var requirements = new List<Requirement>();
        var constraints = new Dictionary<string, Requirement>(StringComparer.Ordinal);
        Collect(file, requirements, constraints, [], report);
        foreach (var requirement in requirements)
            (requirement.Version is null && constraints.GetValueOrDefault(requirement.Name.ToLowerInvariant()) is { } pinned ? requirement with { Version = pinned.Version, Range = pinned.Range } : requirement)
                .AddTo(report, ScopeOf(file.Path));
    }

    static void Collect(ManifestFile file, List<Requirement> requirements, Dictionary<string, Requirement> constraints, HashSet<string> seen, ManifestReport report)
    {
        if (!seen.Add(file.Path) || seen.Count > MaxFiles) return;
        foreach (var (line, number) in LogicalLines(file))
            if (Option(line, "-r", "--requirement") is { } included) Follow(file, included, number, requirements, constraints, seen, report);
            else if (Option(line, "-c", "--constraint") is { } limiting)
            {
                var pins = new List<Requirement>();
                Follow(file, limiting, number, pins, constraints, seen, report);
                foreach (var pin in pins) constraints[pin.Name.ToLowerInvariant()] = pin;
            }
            else if (!line.StartsWith('-') && Requirement.Parse(line) is { } requirement) requirements.Add(requirement);
    }

    static void Follow(
        ManifestFile file, string target, int line, List<Requirement> requirements, Dictionary<string, Requirement> constraints, HashSet<string> seen, ManifestReport report)
    {
        if (file.Near(target) is { } found) Collect(found, requirements, constraints, seen, report);
        else report.Note($"The file {target} is not in the tree.", line);
    }

    static string? Option(string line, string brief, string full) =>
        line.StartsWith(full) ? line[full.Length..].TrimStart('=', ' ')
        : line.StartsWith(brief) && !line.StartsWith("--") ? line[brief.Length..].Trim()
        : null;

    static IEnumerable<(string Line, int Number)> LogicalLines(ManifestFile file)
    {
        var (number, open) = (0, "");
        foreach (var line in file.Lines())
        {
            number++;
            if (line.EndsWith('\\') && open.Length < 100_000)
            {
                open += line[..^1] + ' ';
                continue;
            }
            var whole = open + line;
            open = "";
            if (whole.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var comment) whole = whole[..comment];
            if (whole.IndexOf(" --", StringComparison.Ordinal) is > 0 and var options) whole = whole[..options];
            if (whole.Trim() is { Length: > 0 } content && content[0] != '#') yield return (content, number);
        }
    }

    static PackageScope ScopeOf(string path) =>
        path.Contains("test", StringComparison.OrdinalIgnoreCase) ? PackageScope.Test
        : path.Contains("dev", StringComparison.OrdinalIgnoreCase) || path.Contains("lint", StringComparison.OrdinalIgnoreCase) || path.Contains("doc", StringComparison.OrdinalIgnoreCase) ? PackageScope.Development
        : path.Contains("build", StringComparison.OrdinalIgnoreCase) ? PackageScope.Build
        : PackageScope.Runtime;
}
