using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Pages;

/// <summary>Which files are pages of C#, and what the classes are called that they become.</summary>
static class PageTypes
{
    /// <summary>The type whose methods say where in a page something is printed: one per <see cref="MarkupPlace"/>, and <c>Raw</c>.</summary>
    public const string Output = "MerlonPageOutput";

    /// <summary>The type whose methods give what a page takes from its address and its fields.</summary>
    public const string Input = "MerlonPageInput";

    /// <summary>The method that prints a page. It takes the page's model.</summary>
    public const string Execute = "ExecutePage";

    /// <summary>Files that other pages of their folder and below take their directives from.</summary>
    static readonly string[] Shared = ["_ViewImports.cshtml", "_Imports.razor"];

    public static IReadOnlyList<string> Extensions { get; } = [".cshtml", ".razor", ".aspx", ".ascx", ".master", ".ashx", ".asmx"];

    public static bool IsPage(string path) => Extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    public static bool IsComponent(string path) => path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase);

    public static bool IsRazor(string path) => IsComponent(path) || path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase);

    public static bool IsShared(string path) => Array.Exists(Shared, s => NameOf(path).Equals(s, StringComparison.OrdinalIgnoreCase));

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";

    /// <summary>The class of a page: its path with what no name may hold written as <c>_</c>.</summary>
    public static string ClassOf(string path) => "Page_" + string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    /// <summary>The function that prints the page which became this type; null for any other type.</summary>
    public static Function? FunctionOf(TypeDeclaration type) => IsPage(type.Span.File.Path) ? type.Functions.Find(f => f.Name == Execute) : null;

    /// <summary>Where frameworks look for a view, in order; one without a name is called as the action.</summary>
    public static IEnumerable<string> PathsOfView(string name, Function handler)
    {
        if (name.Length == 0) name = handler.Name.EndsWith("Async", StringComparison.Ordinal) ? handler.Name[..^5] : handler.Name;
        if (name.StartsWith('~') || name.StartsWith('/')) return [name.TrimStart('~')];
        var owner = handler.Owner[(handler.Owner.LastIndexOf('.') + 1)..];
        var controller = owner.EndsWith("Controller", StringComparison.Ordinal) ? owner[..^"Controller".Length] : owner;
        var file = name.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) ? name : name + ".cshtml";
        return [$"/Views/{controller}/{file}", $"/{controller}/{file}", $"/Views/Shared/{file}", $"/Shared/{file}"];
    }
}
