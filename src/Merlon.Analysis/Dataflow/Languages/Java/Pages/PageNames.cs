using System.Globalization;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Pages;

/// <summary>Which files are pages, and how the class that a page becomes is called: as servlet containers call it in their stack traces.</summary>
static class PageNames
{
    /// <summary>The method of the class that writes the page.</summary>
    public const string Service = "_jspService";

    /// <summary>What Spring takes for a path and not for a name.</summary>
    const string Forward = "forward:";

    static readonly string[] ViewEndings = [".html", ".jsp", ""];

    static readonly HashSet<string> Keywords =
    [
        "abstract", "assert", "boolean", "break", "byte", "case", "catch", "char", "class", "const", "continue", "default", "do", "double", "else",
        "enum", "extends", "final", "finally", "float", "for", "goto", "if", "implements", "import", "instanceof", "int", "interface", "long",
        "native", "new", "package", "private", "protected", "public", "return", "short", "static", "strictfp", "super", "switch", "synchronized",
        "this", "throw", "throws", "transient", "try", "void", "volatile", "while", "true", "false", "null",
    ];

    /// <summary>The extensions of pages, parts of pages and tag files.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".jsp", ".jspf", ".tag"];

    public static bool IsPage(string path) => TemplateReader.IsTemplate(path) || Extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>The function that writes the page which became this type; null for any other type.</summary>
    public static Function? ServiceOf(TypeDeclaration type) => IsPage(type.Span.File.Path) ? type.Functions.Find(f => f.Name == Service) : null;

    /// <summary>What frameworks add to names of pages, in the order of trying.</summary>
    public static IEnumerable<string> PathsOfView(string name, Function handler) =>
        name.StartsWith(Forward, StringComparison.Ordinal) ? ["/" + name[Forward.Length..].TrimStart('/')] : ViewEndings.Select(ending => $"/{name.TrimStart('/')}{ending}");

    /// <summary>The package of the page's class: one part per folder.</summary>
    public static string PackageOf(string path) => string.Join('.', path.Split('/').SkipLast(1).Select(Identifier).Prepend(TemplateReader.IsTemplate(path) ? "templates" : "org.apache.jsp"));

    public static string ClassOf(string path) => Identifier(path[(path.LastIndexOf('/') + 1)..].Replace('.', '_'));

    /// <summary>A name with what Java does not allow in it written as <c>_</c> and its code.</summary>
    static string Identifier(string name)
    {
        if (Keywords.Contains(name)) return name + "_";
        var written = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c.ToString() : "_" + ((int)c).ToString("x4", CultureInfo.InvariantCulture)));
        return written.Length == 0 || char.IsAsciiDigit(written[0]) ? "_" + written : written;
    }
}
