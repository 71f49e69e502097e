using System.Collections.Immutable;

namespace Merlon.Nodes.Collection.Files;

/// <summary>What the rules say together. Exclusions win over inclusions, whichever is longer or stands first.</summary>
sealed class FileRules
{
    readonly ImmutableArray<PathPattern> included;
    readonly ImmutableArray<PathPattern> excluded;
    readonly ImmutableArray<PathPattern> raw;

    public FileRules(ImmutableArray<FileRule> rules)
    {
        included = [.. rules.Where(r => !r.Exclude).Select(r => new PathPattern(r.Path))];
        excluded = [.. rules.Where(r => r.Exclude).Select(r => new PathPattern(r.Path))];
        raw = [.. rules.Where(r => r is { Raw: true, Exclude: false }).Select(r => new PathPattern(r.Path))];
    }

    /// <summary>Where to begin: the folders and files from which all that is included is reached, none inside another.</summary>
    public IEnumerable<string> Roots()
    {
        var roots = included.Select(p => p.Root).Distinct().Order(StringComparer.Ordinal).ToList();
        return roots.Where(root => !roots.Exists(other => other != root && PathPattern.IsBelow(root, other)));
    }

    public bool Includes(string path) => included.Any(p => p.Covers(path)) && !Excludes(path);

    /// <summary>Whether anything below a folder may be included, so that it is worth looking into.</summary>
    public bool ReachesInto(string folder) => !Excludes(folder) && included.Any(p => p.ReachesInto(folder));

    public bool WantsContent(string path) => raw.Any(p => p.Covers(path));

    bool Excludes(string path) => excluded.Any(p => p.Covers(path));
}
