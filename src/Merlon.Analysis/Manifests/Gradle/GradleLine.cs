using System.Text.RegularExpressions;

namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>One line of a build script, in Groovy or Kotlin.</summary>
static partial class GradleLine
{
    /// <summary>The dependency that the line states, or null.</summary>
    public static BuildScript.Dependency? Read(string line, IReadOnlyDictionary<string, string> variables)
    {
        if (Coordinates().Match(line) is { Success: true } match)
            return Of(match, match.Groups["g"].Value, match.Groups["a"].Value, match.Groups["v"].Value, variables);
        if (MapForm().Match(line) is { Success: true } map)
            return Of(map, map.Groups["g"].Value, map.Groups["a"].Value, map.Groups["v"].Value, variables);
        return CatalogForm().Match(line) is { Success: true } catalog && !catalog.Groups["c"].Value.StartsWith("versions.") && !catalog.Groups["c"].Value.StartsWith("plugins.")
            ? new(catalog.Groups["conf"].Value, "", "", null, 0, catalog.Groups["c"].Value)
            : null;
    }

    /// <summary>Remembers <c>ext.name = "value"</c>, <c>def name = 'value'</c>, <c>val name = "value"</c> for versions written as $name.</summary>
    public static void TakeVariable(string line, Dictionary<string, string> variables)
    {
        if (Variable().Match(line) is { Success: true } match) variables[match.Groups["n"].Value] = match.Groups["v"].Value;
    }

    static BuildScript.Dependency Of(Match match, string group, string artifact, string version, IReadOnlyDictionary<string, string> variables)
    {
        var at = version.IndexOf('@');
        var stated = at > 0 ? version[..at] : version;
        if (stated.StartsWith('$')) stated = variables.GetValueOrDefault(stated.Trim('$', '{', '}'), stated);
        return new(match.Groups["conf"].Value, group, artifact, stated.Length > 0 ? stated : null, 0);
    }

    [GeneratedRegex("""^(?<conf>[A-Za-z]\w*)\b[^"']*["'](?<g>[\w.\-]+):(?<a>[\w.\-]+)(:(?<v>[^:"']+))?(:[\w.\-@]+)?["']""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Coordinates();

    [GeneratedRegex("""^(?<conf>[A-Za-z]\w*)\b[\s(]*group\s*[:=]\s*["'](?<g>[\w.\-]+)["']\s*,\s*name\s*[:=]\s*["'](?<a>[\w.\-]+)["'](\s*,\s*version\s*[:=]\s*["'](?<v>[^"']+)["'])?""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MapForm();

    [GeneratedRegex("""^(?<conf>[A-Za-z]\w*)\b[\s(]*(platform\s*\(\s*|enforcedPlatform\s*\(\s*)?libs\.(?<c>[\w.]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CatalogForm();

    [GeneratedRegex("""^(ext\.|def\s+|val\s+|String\s+|final\s+)?(?<n>[A-Za-z]\w*)\s*=\s*["'](?<v>[^"'$]+)["']""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
