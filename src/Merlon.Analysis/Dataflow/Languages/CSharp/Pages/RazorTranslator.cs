using System.Text;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Pages;

/// <summary>
/// Writes a page of Razor as the class that its compiler would make of it, as far as data goes: the directives of the folders around it, the
/// members it adds, and a method that prints it. All that is written knows the place in the page that it stands for.
/// </summary>
sealed class RazorTranslator
{
    const string View = """
        using Merlon; using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Rendering; using Microsoft.AspNetCore.Mvc.ViewFeatures; using Microsoft.AspNetCore.Mvc.Razor; using Microsoft.AspNetCore.Html;

        """;

    const string ClassicView = """
        using Merlon; using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using System.Web; using System.Web.Mvc; using System.Web.Mvc.Html;

        """;

    const string Component = """
        using Merlon; using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Components.Web; using Microsoft.AspNetCore.Components.Forms; using Microsoft.AspNetCore.Components.Routing;

        """;

    /// <summary>What the framework calls before a component is printed.</summary>
    const string Initialization = "OnInitialized(); await OnInitializedAsync(); OnParametersSet(); await OnParametersSetAsync();\n";

    readonly SourceFile page;
    readonly RazorReader read;
    readonly List<(string Name, string Value)> directives;
    readonly SourceFile? codeBehind;
    readonly bool isClassic;
    readonly MappedText text = new();

    RazorTranslator(SourceFile page, RazorReader read, List<(string Name, string Value)> inherited, SourceFile? codeBehind, bool isClassic)
    {
        (this.page, this.read, this.codeBehind, this.isClassic) = (page, read, codeBehind, isClassic);
        directives = [.. inherited, .. read.Directives];
    }

    bool IsComponent => PageTypes.IsComponent(page.Path);

    /// <param name="page">The page to translate.</param>
    /// <param name="all">All files, for what the page takes from others.</param>
    /// <param name="isClassic">Whether the application is made with System.Web.</param>
    public static MappedText Translate(SourceFile page, IReadOnlyDictionary<string, SourceFile> all, bool isClassic)
    {
        var isComponent = PageTypes.IsComponent(page.Path);
        var inherited = Inherited(page, all, isComponent ? "_Imports.razor" : "_ViewImports.cshtml");
        var translator = new RazorTranslator(page, RazorReader.Read(page, isComponent), inherited, all.GetValueOrDefault(page.Path + ".cs"), isClassic);
        translator.WriteClass();
        return translator.text;
    }

    /// <summary>The directives of the folders around a page, the outermost first. A namespace there grows by the folders below it.</summary>
    static List<(string Name, string Value)> Inherited(SourceFile page, IReadOnlyDictionary<string, SourceFile> all, string shared)
    {
        var found = new List<(string Name, string Value)>();
        for (var folder = PageTypes.FolderOf(page.Path); ; folder = PageTypes.FolderOf(folder))
        {
            if (all.GetValueOrDefault(folder.Length == 0 ? shared : $"{folder}/{shared}") is { } file)
                found.InsertRange(0, RazorReader.Read(file, shared.EndsWith(".razor", StringComparison.Ordinal)).Directives.Select(d => Below(d, folder, page)));
            if (folder.Length == 0) return found;
        }
    }

    static (string Name, string Value) Below((string Name, string Value) directive, string folder, SourceFile page) =>
        directive.Name == "namespace" ? (directive.Name, directive.Value + PageTypes.FolderOf(page.Path)[folder.Length..].Replace('/', '.')) : directive;

    void WriteClass()
    {
        Write(IsComponent ? Component : isClassic ? ClassicView : View);
        foreach (var (_, name) in directives.Where(d => d.Name == "using")) Write($"using {name};\n");
        var behind = codeBehind is null ? null : NamespaceOf(codeBehind);
        Write($"namespace {Last("namespace") ?? behind ?? "AspNetCore"} {{\n");
        if (behind is not null) Write($"using {behind};\n");
        Write($"public partial class {ClassName} : {Super()} {{\n");
        var model = Last("model") ?? ModelOfBase() ?? "dynamic";
        if (!IsComponent) Write($"public {model} Model {{ get; set; }}\n");
        foreach (var (_, injected) in directives.Where(d => d.Name == "inject")) Write($"public {injected} {{ get; set; }}\n");
        text.Append(read.Members);
        Write($"public async System.Threading.Tasks.Task {PageTypes.Execute}({(IsComponent ? "" : model + " modelOfPage")}) {{\n{(IsComponent ? "" : "Model = modelOfPage;\n")}");
        if (IsComponent) Write(RouteParameters() + Initialization);
        text.Append(read.Body);
        Write("}\n}\n}\n");
    }

    /// <summary>A component with code in another file is a part of the class there.</summary>
    string ClassName => IsComponent && codeBehind is not null ? PageTypes.NameOf(page.Path)[..^".razor".Length] : PageTypes.ClassOf(page.Path);

    string Super() => Last("inherits") ?? (IsComponent ? "ComponentBase" : isClassic ? "WebViewPage" : "RazorPage");

    /// <summary><c>@inherits WebViewPage&lt;Model&gt;</c></summary>
    string? ModelOfBase() =>
        Last("inherits") is { } super && super.IndexOf('<', StringComparison.Ordinal) is > 0 and var open && super.LastIndexOf('>') is var close && close > open ? super[(open + 1)..close] : null;

    string? Last(string name) => directives.Where(d => d.Name == name && d.Value.Length > 0).Select(d => d.Value).LastOrDefault();

    /// <summary>Properties that a part of the page's address fills; one with a constraint holds no free text.</summary>
    string RouteParameters()
    {
        var filled = new StringBuilder();
        foreach (var (_, route) in directives.Where(d => d.Name == "page"))
            foreach (var part in route.Split('{').Skip(1))
                if (part.Split('}')[0].TrimStart('*').TrimEnd('?') is var name && name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                    filled.Append(name).Append(" = ").Append(PageTypes.Input).Append(".Route();\n");
        return filled.ToString();
    }

    static string? NamespaceOf(SourceFile code)
    {
        foreach (var line in Encoding.Latin1.GetString(code.Text.Span).Split('\n'))
            if (line.StartsWith("namespace ", StringComparison.Ordinal)) return line["namespace ".Length..].Trim().TrimEnd(';', '{').Trim();
        return null;
    }

    void Write(string written) => text.Write(page, 0, 0, written);
}
