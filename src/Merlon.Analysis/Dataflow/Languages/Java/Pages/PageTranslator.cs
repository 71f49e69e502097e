using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Pages;

/// <summary>
/// Writes a page as the class that a servlet container would make of it, as far as data goes: its text is left out, its code copied, its
/// expressions and tags become statements. All that is written knows the place in the page that it stands for.
/// </summary>
sealed class PageTranslator
{
    /// <summary>What code in pages may name without importing it.</summary>
    const string Imports = """
        import javax.servlet.RequestDispatcher; import javax.servlet.ServletConfig; import javax.servlet.ServletContext; import javax.servlet.ServletException;
        import javax.servlet.http.Cookie; import javax.servlet.http.HttpServletRequest; import javax.servlet.http.HttpServletResponse;
        import javax.servlet.http.HttpSession; import javax.servlet.jsp.JspWriter; import javax.servlet.jsp.PageContext;

        """;

    const string Objects = """
        javax.servlet.http.HttpSession session = request.getSession();
        javax.servlet.ServletContext application = request.getServletContext();
        javax.servlet.jsp.PageContext pageContext = new javax.servlet.jsp.PageContext(request, response, session, application);
        javax.servlet.jsp.JspWriter out = pageContext.getOut();
        javax.servlet.ServletConfig config = getServletConfig();
        Object page = this;
        Throwable exception = pageContext.getException();

        """;

    readonly SourceFile page;
    readonly IReadOnlyList<PagePart> parts;
    readonly MappedText text = new();
    readonly PageTags tags = new();

    PageTranslator(SourceFile page, IReadOnlyList<PagePart> parts) => (this.page, this.parts) = (page, parts);

    /// <param name="page">The page to translate.</param>
    /// <param name="pages">All pages, for those that it includes.</param>
    public static MappedText Translate(SourceFile page, PathIndex<SourceFile> pages)
    {
        var translator = new PageTranslator(page, PageParts.Of(page, pages));
        translator.WriteClass();
        return translator.text;
    }

    void WriteClass()
    {
        Write($"package {PageNames.PackageOf(page.Path)};\n");
        foreach (var directive in Directives("page")) WriteImports(directive);
        Write(Imports);
        var super = Directives("page").Select(d => d["extends"]).OfType<string>().FirstOrDefault() ?? "javax.servlet.http.HttpServlet";
        Write($"public final class {PageNames.ClassOf(page.Path)} extends {super} {{\n");
        foreach (var part in parts.Where(p => p.Element.Kind == PageElementKind.Declaration)) Copy(part);
        Write($"public void {PageNames.Service}(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response) {{\n{Objects}");
        var evaluates = !Directives("page").Any(d => d["isELIgnored"] == "true");
        foreach (var part in parts) WriteStatement(part, evaluates);
        Write("}\n}\n");
    }

    IEnumerable<PagePart> Directives(string name) => parts.Where(p => p.Element.Kind == PageElementKind.Directive && p.Element.Name == name);

    void WriteImports(PagePart directive)
    {
        foreach (var name in (directive["import"] ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            Write(directive, $"import {name};\n");
    }

    void WriteStatement(PagePart part, bool evaluates)
    {
        switch (part.Element.Kind)
        {
            case PageElementKind.Scriptlet:
                Copy(part);
                break;
            case PageElementKind.Expression:
                Write(part, tags.Print.Before);
                text.Copy(part.File, part.Element.CodeStart, part.Element.CodeStart + part.Element.Code.TrimEnd(' ', '\t', '\r', '\n', ';').Length);
                Write(part, tags.Print.After);
                break;
            case PageElementKind.Evaluation when evaluates:
                Write(part, tags.Print.Before + ExpressionLanguage.ToJava(part.Element.Code) + tags.Print.After);
                break;
            case PageElementKind.StartTag:
                Write(part, tags.Start(part) + "\n");
                break;
            case PageElementKind.EndTag:
                Write(part, tags.End(part) + "\n");
                break;
        }
    }

    /// <summary>Copies code, and ends a comment that it may end with.</summary>
    void Copy(PagePart part)
    {
        text.Copy(part.File, part.Element.CodeStart, part.Element.CodeStart + part.Element.Code.Length);
        Write(part, "\n");
    }

    void Write(PagePart part, string written) => text.Write(part.File, part.Element.Start, part.Element.End, written);

    void Write(string written) => text.Write(page, 0, 0, written);
}
