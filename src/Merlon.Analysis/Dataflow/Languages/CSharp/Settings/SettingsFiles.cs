using System.Text;
using System.Text.RegularExpressions;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Settings;

/// <summary>
/// Settings of ASP.NET applications that open what is closed by default, and passwords among them: in <c>web.config</c> and its like, in
/// the directives of pages, and in <c>appsettings.json</c>. Each file becomes a type without members whose constructs rules name.
/// </summary>
static partial class SettingsFiles
{
    const int LongestStretch = 4096;

    /// <summary>Whether a file may hold such settings, by its name.</summary>
    public static bool IsOne(string name) => IsConfig(name) || IsPage(name) || IsJson(name);

    /// <summary>A type for each file in which something was seen. Files are read as Latin-1, so that places count bytes.</summary>
    public static IEnumerable<TypeDeclaration> Read(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            var text = Encoding.Latin1.GetString(file.Text.Span);
            var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
            var seen = (IsConfig(name) ? InConfig(text) : IsPage(name) ? InPage(text) : InJson(text)).ToList();
            if (seen.Count == 0) continue;
            var type = new TypeDeclaration(file.Path, new Span(file, 0, 0));
            type.Constructs.AddRange(seen.Select(s => new Construct(s.Name, new Span(file, s.At, s.End))));
            yield return type;
        }
    }

    static bool IsConfig(string name) => name.Equals("web.config", StringComparison.OrdinalIgnoreCase) || name.Equals("app.config", StringComparison.OrdinalIgnoreCase);

    static bool IsPage(string name) => name.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".ascx", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".master", StringComparison.OrdinalIgnoreCase);

    static bool IsJson(string name) => name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    static IEnumerable<(string Name, int At, int End)> InConfig(string text)
    {
        foreach (Match element in Element().Matches(WithoutComments(text)))
            if (element.Length <= LongestStretch && NameOf(element.Groups[1].Value.ToLowerInvariant(), a => Attribute(element.Value, a)) is { } name) yield return (name, element.Index, element.Index + element.Length);
    }

    static string? NameOf(string element, Func<string, string?> attribute) => element switch
    {
        "compilation" when Is(attribute("debug"), "true") => "debug-compilation",
        "customerrors" when Is(attribute("mode"), "off") => "errors-shown-to-all",
        "httperrors" when Is(attribute("errormode"), "detailed") => "errors-shown-to-all",
        "trace" when Is(attribute("enabled"), "true") && Is(attribute("localonly"), "false") => "trace-shown-to-all",
        "pages" when Is(attribute("validaterequest"), "false") => "request-validation-off",
        "pages" when Is(attribute("enableviewstatemac"), "false") => "page-state-unsigned",
        "httpruntime" when Is(attribute("requestvalidationmode"), "0.0") => "request-validation-off",
        "httpcookies" when !Is(attribute("requiressl"), "true") => "cookies-without-encryption",
        "httpcookies" when !Is(attribute("httponlycookies"), "true") => "cookies-readable-by-script",
        "forms" when Is(attribute("requiressl"), "false") => "cookies-without-encryption",
        "sessionstate" when Is(attribute("cookieless"), "true") || Is(attribute("cookieless"), "useuri") => "session-in-address",
        "add" when attribute("connectionstring") is { } connection && HasPassword(connection) => "password-in-settings",
        "add" when attribute("key") is { } key && IsSecretName(key) && IsOwnValue(attribute("value")) => "password-in-settings",
        _ => null,
    };

    static IEnumerable<(string Name, int At, int End)> InPage(string text)
    {
        if (Directive().Match(text) is not { Success: true } directive) yield break;
        var name = Is(Attribute(directive.Value, "validaterequest"), "false") ? "request-validation-off" : Is(Attribute(directive.Value, "enableviewstatemac"), "false") ? "page-state-unsigned" : Is(Attribute(directive.Value, "trace"), "true") ? "trace-shown-to-all" : null;
        if (name is not null) yield return (name, directive.Index, directive.Index + directive.Length);
    }

    static IEnumerable<(string Name, int At, int End)> InJson(string text)
    {
        foreach (Match pair in Pair().Matches(text))
            if (HasPassword(pair.Groups[2].Value) || IsSecretName(pair.Groups[1].Value) && IsOwnValue(pair.Groups[2].Value)) yield return ("password-in-settings", pair.Index, pair.Index + pair.Length);
    }

    static bool Is(string? value, string wanted) => string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);

    static string? Attribute(string element, string name) =>
        AttributeOf().Matches(element).FirstOrDefault(m => Is(m.Groups[1].Value, name))?.Groups[2].Value;

    static bool HasPassword(string connection) => Password().Match(connection) is { Success: true } found && IsOwnValue(found.Groups[1].Value);

    static bool IsSecretName(string key) => key.EndsWith("password", StringComparison.OrdinalIgnoreCase) || key.EndsWith("passwd", StringComparison.OrdinalIgnoreCase) || key.EndsWith("secret", StringComparison.OrdinalIgnoreCase) || key.EndsWith("apikey", StringComparison.OrdinalIgnoreCase);

    /// <summary>A value of its own, and none that something else puts in later.</summary>
    static bool IsOwnValue(string? value) => value is { Length: > 2 } && value[0] is not ('$' or '{' or '%' or '<' or '[' or '#' or '*') && !value.Contains("your", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same text with spaces where comments are, so that places stay.</summary>
    static string WithoutComments(string text) => Comment().Replace(text, m => new string(' ', m.Length));

    [GeneratedRegex(@"<([A-Za-z]+)(\s[^<>]*)?>", RegexOptions.NonBacktracking)]
    private static partial Regex Element();

    [GeneratedRegex(@"([A-Za-z]+)\s*=\s*[""']([^""']*)[""']", RegexOptions.NonBacktracking)]
    private static partial Regex AttributeOf();

    [GeneratedRegex(@"<%@\s*(Page|Control|Master)\s[^%]*%>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Directive();

    [GeneratedRegex(@"""([^""\\]{1,200})""\s*:\s*""([^""\\]{1,2000})""", RegexOptions.NonBacktracking)]
    private static partial Regex Pair();

    [GeneratedRegex(@"(?:^|;)\s*(?:password|pwd)\s*=\s*([^;]+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Comment();
}
