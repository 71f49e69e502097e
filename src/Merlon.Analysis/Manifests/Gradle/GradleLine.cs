using System.Text.RegularExpressions;

namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>One line of a build script, in Groovy or Kotlin.</summary>
static partial class GradleLine
{
    /// <summary>The dependencies that the call states.</summary>
    public static IEnumerable<BuildScript.Dependency> Read(string call, IReadOnlyDictionary<string, string> variables)
    {
        // What stands in braces behind a dependency excludes and explains.
        var line = call.IndexOf('{', StringComparison.Ordinal) is > 0 and var brace && call[brace - 1] != '$' ? call[..brace] : call;
        if (MapForm().Match(line) is { Success: true } map) return [Of(map, map.Groups["conf"].Value, variables)];
        if (Configuration().Match(line) is not { Success: true } configuration) return [];
        var name = configuration.Groups["conf"].Value;
        var stated = Coordinates().Matches(line).Select(m => Of(m, name, variables))
            .Concat(KotlinModule().Matches(line).Select(m => new BuildScript.Dependency(name, "org.jetbrains.kotlin", $"kotlin-{m.Groups["a"].Value}", m.Groups["v"].Value is { Length: > 0 } version ? version : null, 0))).ToList();
        if (stated.Count > 0) return stated;
        return CatalogForm().Matches(line).Select(m => m.Groups["c"].Value).Where(c => !c.StartsWith("versions.") && !c.StartsWith("plugins."))
            .Select(c => new BuildScript.Dependency(name, "", "", null, 0, c.EndsWith(".get") ? c[..^4] : c));
    }

    /// <summary>The line less a comment at its end.</summary>
    public static string WithoutComment(string line)
    {
        var quote = '\0';
        for (var at = 0; at + 1 < line.Length; at++)
        {
            if (quote != '\0') quote = line[at] == quote ? '\0' : quote;
            else if (line[at] is '"' or '\'') quote = line[at];
            else if (line[at] == '/' && line[at + 1] == '/') return line[..at].TrimEnd();
        }
        return line;
    }

    /// <summary>Remembers <c>ext.name = "value"</c>, <c>def name = 'value'</c>, <c>val name = "value"</c> for versions written as $name.</summary>
    public static void TakeVariable(string line, Dictionary<string, string> variables)
    {
        if (Variable().Match(line) is { Success: true } match) variables[match.Groups["n"].Value] = match.Groups["v"].Value;
    }

    static BuildScript.Dependency Of(Match match, string configuration, IReadOnlyDictionary<string, string> variables)
    {
        var version = match.Groups["v"].Value;
        var at = version.IndexOf('@');
        var stated = at > 0 ? version[..at] : version;
        if (stated.StartsWith('$')) stated = variables.GetValueOrDefault(stated.Trim('$', '{', '}'), stated);
        return new(configuration, match.Groups["g"].Value, match.Groups["a"].Value, stated.Length > 0 ? stated : null, 0);
    }

    [GeneratedRegex("""^(?<conf>[A-Za-z]\w*)\b""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Configuration();

    [GeneratedRegex("""["'](?<g>[\w.\-]+):(?<a>[\w.\-]+)(:(?<v>[^:"']+))?(:[\w.\-@]+)?["']""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Coordinates();

    [GeneratedRegex("""^(?<conf>[A-Za-z]\w*)\b[\s(]*group\s*[:=]\s*["'](?<g>[\w.\-]+)["']\s*,\s*name\s*[:=]\s*["'](?<a>[\w.\-]+)["'](\s*,\s*version\s*[:=]\s*["'](?<v>[^"']+)["'])?""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MapForm();

    [GeneratedRegex("""\bkotlin\s*\(\s*"(?<a>[\w\-]+)"\s*(,\s*"(?<v>[^"]+)")?\s*\)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex KotlinModule();

    [GeneratedRegex("""\blibs\.(?<c>[\w.]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CatalogForm();

    [GeneratedRegex("""^(ext\.|def\s+|val\s+|String\s+|final\s+)?(?<n>[A-Za-z]\w*)\s*=\s*["'](?<v>[^"'$]+)["']""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
