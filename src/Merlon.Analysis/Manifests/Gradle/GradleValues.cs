using System.Text;
using System.Text.RegularExpressions;

namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>
/// The texts that build scripts give names: <c>def x = "1.0"</c>, <c>ext { x = '1.0' }</c>, <c>libraries.junit = "g:a:$x"</c>, maps over one line
/// or several, <c>val x by extra("1.0")</c>; of a script, the scripts it applies, the build scripts in the folders above it, and gradle.properties.
/// </summary>
sealed partial class GradleValues
{
    const int MaxLine = 4000;
    const int MaxValues = 10_000;
    const int MaxScripts = 32;
    const int MaxDepth = 5;
    const int MaxReplacements = 200;
    static readonly string[] Owners = ["rootProject.", "project.", "parent.", "this.", "ext.", "extra."];

    readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    readonly HashSet<string> read = new(StringComparer.Ordinal);

    public static GradleValues Of(ManifestFile script)
    {
        var values = new GradleValues();
        if (script.Above("gradle.properties") is { } properties) values.TakeProperties(properties);
        foreach (var above in Scripts(script).Reverse()) values.Take(above);
        return values;
    }

    // The script itself, and the build scripts of the folders above it.
    static IEnumerable<ManifestFile> Scripts(ManifestFile script)
    {
        yield return script;
        for (var (folder, up) = (script.Folder, ".."); folder.Length > 0; up += "/..")
        {
            folder = folder.LastIndexOf('/') is >= 0 and var at ? folder[..at] : "";
            foreach (var name in (string[])["build.gradle", "build.gradle.kts"])
                if (script.Near($"{up}/{name}") is { } above) yield return above;
        }
    }

    /// <summary>The text with what is known put in for <c>$name</c> and <c>${a.b}</c>; the rest stays as it is.</summary>
    public string Resolve(string text)
    {
        var left = MaxReplacements;
        return Resolve(text, 0, ref left);
    }

    /// <summary>The text that a name (<c>versions.junit</c>, <c>deps['junit']</c>) stands for, or null.</summary>
    public string? Find(string name) => texts.TryGetValue(Plain(name), out var text) ? Resolve(text) : null;

    // Names that stand for one another end at a depth, and those that multiply at a number.
    string Resolve(string text, int depth, ref int left)
    {
        if (depth > MaxDepth || !text.Contains('$', StringComparison.Ordinal)) return text;
        var (resolved, from) = (new StringBuilder(), 0);
        foreach (Match match in Reference().Matches(text))
        {
            if (left <= 0 || !texts.TryGetValue(Plain(match.Groups["n"].Value), out var found)) continue;
            left--;
            resolved.Append(text, from, match.Index - from).Append(Resolve(found, depth + 1, ref left));
            from = match.Index + match.Length;
        }
        return resolved.Append(text, from, text.Length - from).ToString();
    }

    void TakeProperties(ManifestFile file)
    {
        foreach (var line in file.Lines())
            if (line.Length < MaxLine && line.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && !line.StartsWith('#')) Set(line[..sign].Trim(), line[(sign + 1)..].Trim());
    }

    void Take(ManifestFile script)
    {
        if (read.Count > MaxScripts || !read.Add(script.Path)) return;
        var maps = new Stack<string>();
        foreach (var raw in script.Lines())
        {
            if (raw.Length > MaxLine) continue;
            var line = GradleLine.WithoutComment(raw.Trim());
            if (Applied().Match(line) is { Success: true } applied) Apply(script, applied);
            else TakeLine(line, maps);
        }
    }

    // apply from: "$rootDir/gradle/dependencies.gradle", apply(from = "x.gradle.kts")
    void Apply(ManifestFile script, Match applied)
    {
        var path = applied.Groups["p"].Value;
        if ((applied.Groups["root"].Success ? script.Above(path) : script.Near(path) ?? script.Above(path)) is { } other) Take(other);
    }

    void TakeLine(string line, Stack<string> maps)
    {
        if (maps.Count > 0)
        {
            TakeEntries(line, maps);
            return;
        }
        if (Given().Match(line) is not { Success: true } given) return;
        var name = Plain(given.Groups["n"].Value);
        if (given.Groups["v"].Success) Set(name, given.Groups["v"].Value);
        else
        {
            maps.Push(name + '.');
            TakeEntries(given.Groups["map"].Value, maps);
        }
    }

    // junit: 'junit:junit:4.12', kotlin: [ ... ], ]
    void TakeEntries(string line, Stack<string> maps)
    {
        foreach (Match entry in Entry().Matches(line))
        {
            if (maps.Count == 0) return;
            if (entry.Groups["end"].Success) maps.Pop();
            else if (entry.Groups["open"].Success) maps.Push($"{maps.Peek()}{entry.Groups["n"].Value}.");
            else if (entry.Groups["v"].Success) Set(maps.Peek() + entry.Groups["n"].Value, entry.Groups["v"].Value);
            else if (Find(entry.Groups["r"].Value) is { } known) Set(maps.Peek() + entry.Groups["n"].Value, known);
        }
    }

    void Set(string name, string text)
    {
        if (texts.Count < MaxValues) texts[name] = text;
    }

    // rootProject.ext.versions['junit'] is versions.junit.
    static string Plain(string name)
    {
        name = Index().Replace(name, ".${n}");
        for (var again = true; again;)
        {
            again = false;
            foreach (var owner in Owners)
                if (name.StartsWith(owner, StringComparison.Ordinal) && name.Length > owner.Length) (name, again) = (name[owner.Length..], true);
        }
        return name;
    }

    [GeneratedRegex("""\$\{\s*(?<n>[A-Za-z_]\w*([.]\w+|\[["'][\w.\-]+["']\])*)\s*\}|\$(?<n>[A-Za-z_]\w*([.][A-Za-z_]\w*)*)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex("""^apply\s*\(?\s*from\s*[:=]\s*(rootProject\.file\()?["'](?<root>\$\{?(rootDir|rootProject\.projectDir|rootProject\.rootDir)\}?/)?(?<p>[\w./\-]+)["']""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Applied();

    [GeneratedRegex("""^(ext\s*\{\s*)?((def|val|var|final|String|static|const|private|Map|const val|private val)\s+)*(ext\.)?((set|ext\.set|extra\.set)\s*\(\s*["'](?<n>[\w.\-]+)["']\s*,\s*["'](?<v>[^"']+)["']|(extra|ext)\[["'](?<n>[\w.\-]+)["']\]\s*=\s*["'](?<v>[^"']+)["']|(?<n>[A-Za-z_]\w*([.]\w+|\[["'][\w.\-]+["']\])*)\s*(=|:\s*String\s*=|by\s+extra\s*\(|by\s+extra\s*\{)\s*(["'](?<v>[^"']+)["']|\[(?<map>[^"'].*|["'].*|)))""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Given();

    [GeneratedRegex("""(?<end>\])|["']?(?<n>[A-Za-z_][\w.\-]*)["']?\s*:\s*((?<open>\[)|["'](?<v>[^"']+)["']|(?<r>[A-Za-z_][\w.]*))""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex("""\[["'](?<n>[\w.\-]+)["']\]""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Index();
}
