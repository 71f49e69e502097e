using System.Text.RegularExpressions;

namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>One line of a build script, in Groovy or Kotlin.</summary>
static partial class GradleLine
{
    /// <summary>The dependencies that the call states.</summary>
    public static IEnumerable<BuildScript.Dependency> Read(string call, GradleValues values)
    {
        // 'g:a:' + version
        var resolved = values.Resolve(Joined().Replace(call, m => values.Find(m.Groups["n"].Value) is { } text ? $"{m.Groups["c"].Value}{text}'" : m.Value));
        // What stands in braces behind a dependency excludes and explains.
        var line = Brace(resolved) is > 0 and var brace ? resolved[..brace] : resolved;
        if (MapForm().Match(line) is { Success: true } map) return [Of(map, map.Groups["conf"].Value, values)];
        if (Configuration().Match(line) is not { Success: true } configuration) return [];
        var name = configuration.Groups["conf"].Value;
        var stated = Coordinates().Matches(line).Select(m => Of(m, name, values))
            .Concat(KotlinModule().Matches(line).Select(m => new BuildScript.Dependency(name, "org.jetbrains.kotlin", $"kotlin-{m.Groups["a"].Value}", m.Groups["v"].Value is { Length: > 0 } version ? version : null, 0))).ToList();
        stated.AddRange(Names().Matches(line[name.Length..]).Select(m => values.Find(m.Value)).OfType<string>().SelectMany(text => Coordinates().Matches($"'{text}'").Select(m => Of(m, name, values))));
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

    // The first that opens no template: "${x}".
    static int Brace(string line)
    {
        var at = line.IndexOf('{', StringComparison.Ordinal);
        while (at > 0 && line[at - 1] == '$') at = line.IndexOf('{', at + 1);
        return at;
    }

    static BuildScript.Dependency Of(Match match, string configuration, GradleValues values)
    {
        var version = match.Groups["r"].Success ? values.Find(match.Groups["r"].Value) ?? $"${match.Groups["r"].Value}" : match.Groups["v"].Value;
        var at = version.IndexOf('@');
        var stated = at > 0 ? version[..at] : version;
        return new(configuration, match.Groups["g"].Value, match.Groups["a"].Value, stated.Length > 0 ? stated : null, 0);
    }

    [GeneratedRegex("""^(?<conf>[A-Za-z]\w*)\b""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Configuration();

    [GeneratedRegex("""["'](?<g>[\w.\-]+):(?<a>[\w.\-]+)(:(?<v>[^:"']+))?(:[\w.\-@]+)?["']""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Coordinates();

    [GeneratedRegex("""^(?<conf>[A-Za-z]\w*)\b[\s(]*group\s*[:=]\s*["'](?<g>[\w.\-]+)["']\s*,\s*name\s*[:=]\s*["'](?<a>[\w.\-]+)["'](\s*,\s*version\s*[:=]\s*(["'](?<v>[^"']+)["']|(?<r>[A-Za-z_][\w.]*)))?""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MapForm();

    [GeneratedRegex("""\bkotlin\s*\(\s*"(?<a>[\w\-]+)"\s*(,\s*"(?<v>[^"]+)")?\s*\)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex KotlinModule();

    [GeneratedRegex("""\blibs\.(?<c>[\w.]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CatalogForm();

    [GeneratedRegex("""(?<c>["'][\w.\-]+:[\w.\-]+:)["']\s*\+\s*(?<n>[A-Za-z_][\w.]*)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Joined();

    [GeneratedRegex("""\b[A-Za-z_]\w*([.]\w+|\[["'][\w.\-]+["']\])*""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}
