using System.Text;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Pages;

/// <summary>
/// Writes a page of Web Forms as the class that its compiler would make of it: it extends the class in the code behind it, and printing it first
/// calls what the framework calls: the steps of a page's life, and the handlers that its controls name.
/// </summary>
sealed class WebFormsTranslator
{
    const string Usings = """
        using Merlon; using System; using System.Collections.Generic; using System.Configuration; using System.Linq; using System.Text; using System.Web; using System.Web.Security;
        using System.Web.SessionState; using System.Web.UI; using System.Web.UI.HtmlControls; using System.Web.UI.WebControls;

        """;

    const string Begin = "OnInit(EventArgs.Empty); Page_Init(this, EventArgs.Empty); OnLoad(EventArgs.Empty); Page_Load(this, EventArgs.Empty);\n";
    const string End = "OnPreRender(EventArgs.Empty); Page_PreRender(this, EventArgs.Empty);\n";

    readonly SourceFile file;
    readonly string page;
    readonly MarkupContext html = new();
    readonly MappedText text = new(), usings = new(), members = new(), controls = new(), handlers = new(), body = new();
    readonly Dictionary<string, string> directive = new(StringComparer.OrdinalIgnoreCase);
    int at;

    WebFormsTranslator(SourceFile file) => (this.file, page) = (file, Encoding.Latin1.GetString(file.Text.Span));

    /// <summary>The page's class; null for a page in another language, or one that holds no code of its own.</summary>
    public static MappedText? Translate(SourceFile file)
    {
        var translator = new WebFormsTranslator(file);
        translator.Read();
        return translator.IsOfCSharp ? translator.Written() : null;
    }

    bool IsOfCSharp => !directive.GetValueOrDefault("Language", "C#").StartsWith("vb", StringComparison.OrdinalIgnoreCase)
        && !directive.GetValueOrDefault("CodeFile", directive.GetValueOrDefault("CodeBehind", "")).EndsWith(".vb", StringComparison.OrdinalIgnoreCase);

    /// <summary>Handlers and services without markup: what stands below the directive is a file of C#.</summary>
    bool IsCode => file.Path.EndsWith(".ashx", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".asmx", StringComparison.OrdinalIgnoreCase);

    void Read()
    {
        while (at < page.Length)
        {
            if (CodeText.Is(page, at, "<%--")) at = Math.Min(CodeText.EndOf(page, "--%>", at) + 4, page.Length);
            else if (CodeText.Is(page, at, "<%")) Block();
            else if (IsCode && directive.Count > 0) { body.Copy(file, at, page.Length); at = page.Length; }
            else if (page[at] == '<' && IsServerScript() is > 0 and var open) Script(open);
            else Text();
        }
    }

    void Text()
    {
        if (page[at] == '<') Handlers();
        html.Feed(page[at++]);
    }

    void Block()
    {
        var end = CodeText.EndOf(page, "%>", at);
        var from = at + 2;
        switch (from < page.Length ? page[from] : '\0')
        {
            case '@':
                Directive(page[(from + 1)..end]);
                break;
            case '=':
                Print("Raw", from + 1, end);
                break;
            case ':':
                Print(html.Place.ToString(), from + 1, end);
                break;
            case '#':
                var isEncoded = from + 1 < end && page[from + 1] == ':';
                Print(isEncoded ? html.Place.ToString() : "Raw", from + (isEncoded ? 2 : 1), end);
                break;
            case '$' or '!':
                break;
            default:
                body.Copy(file, from, end);
                body.Write(file, at, end, "\n");
                break;
        }
        at = Math.Min(end + 2, page.Length);
    }

    void Print(string place, int from, int end)
    {
        body.Write(file, at, end, $"{PageTypes.Output}.{place}(");
        body.Copy(file, from, end);
        body.Write(file, at, end, ");\n");
        html.Printed();
    }

    void Directive(string written)
    {
        var attributes = Attributes(written);
        if (written.TrimStart().StartsWith("Import", StringComparison.OrdinalIgnoreCase))
        {
            if (attributes.GetValueOrDefault("Namespace") is { } name) usings.Write(file, at, at, $"using {name};\n");
            return;
        }
        var kind = written.TrimStart().Split((char[]?)null, 2)[0];
        if (kind is not ("Page" or "Control" or "Master" or "WebHandler" or "WebService")) return;
        foreach (var (key, value) in attributes) directive[key] = value;
        directive.TryAdd("Language", "C#");
    }

    /// <summary><c>name="value"</c>, as often as it stands there.</summary>
    public static Dictionary<string, string> Attributes(string written)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var from = 0; from < written.Length && written.IndexOf('=', from) is >= 0 and var equals;)
        {
            var name = written[from..equals].TrimEnd();
            var open = equals + 1;
            while (open < written.Length && char.IsWhiteSpace(written[open])) open++;
            if (open >= written.Length || written[open] is not ('"' or '\'')) { from = equals + 1; continue; }
            var close = written.IndexOf(written[open], open + 1);
            if (close < 0) break;
            found[name[(name.LastIndexOfAny([' ', '\t', '\r', '\n', '@']) + 1)..]] = written[(open + 1)..close];
            from = close + 1;
        }
        return found;
    }

    /// <summary>The place where the code of a script for the server begins; 0 for any other tag.</summary>
    int IsServerScript()
    {
        if (string.Compare(page, at, "<script", 0, 7, StringComparison.OrdinalIgnoreCase) != 0) return 0;
        var end = CodeText.EndOf(page, ">", at);
        return page.AsSpan(at, end - at).Contains("runat", StringComparison.OrdinalIgnoreCase) ? Math.Min(end + 1, page.Length) : 0;
    }

    void Script(int from)
    {
        var end = page.IndexOf("</script", from, StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? found : page.Length;
        members.Copy(file, from, end);
        members.Write(file, from, end, "\n");
        at = Math.Min(CodeText.EndOf(page, ">", end) + 1, page.Length);
    }

    /// <summary>Calls the handlers that a control of the server names: <c>OnClick="Save_Click"</c>.</summary>
    void Handlers()
    {
        var end = CodeText.EndOf(page, ">", at);
        if (end - at > 2000 || !page.AsSpan(at, end - at).Contains("runat", StringComparison.OrdinalIgnoreCase)) return;
        var attributes = Attributes(page[at..end]);
        foreach (var (name, value) in attributes.Where(a => a.Key.StartsWith("On", StringComparison.Ordinal) && !a.Key.StartsWith("OnClient", StringComparison.Ordinal) && IsName(a.Value)))
            handlers.Write(file, at, end, $"{value}(this, null);\n");
        if (attributes.GetValueOrDefault("ID") is { } id && IsName(id) && directive.ContainsKey("CodeFile")) DeclareControl(id);
    }

    /// <summary>Sites without a project have no file that declares the controls.</summary>
    void DeclareControl(string id)
    {
        var name = page.AsSpan(at + 1, Math.Min(60, page.Length - at - 1));
        if (!name.StartsWith("asp:", StringComparison.OrdinalIgnoreCase)) return;
        var type = name[4..];
        type = type[..Math.Max(0, type.IndexOfAny(" \t\r\n>"))];
        if (IsName(type.ToString())) controls.Write(file, at, at, $"protected {type} {id};\n");
    }

    static bool IsName(string text) => text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    MappedText? Written()
    {
        if (IsCode) return body.ToString().Trim().Length == 0 ? null : body;
        var super = directive.GetValueOrDefault("Inherits") ?? (file.Path.EndsWith(".aspx", StringComparison.OrdinalIgnoreCase) ? "Page" : "UserControl");
        text.Write(file, 0, 0, Usings);
        text.Append(usings);
        text.Write(file, 0, 0, $"namespace ASP {{\npublic partial class {PageTypes.ClassOf(file.Path)} : {super} {{\n");
        text.Append(members);
        text.Write(file, 0, 0, $"public void {PageTypes.Execute}() {{\n{Begin}");
        text.Append(handlers);
        text.Write(file, 0, 0, End);
        text.Append(body);
        text.Write(file, 0, 0, "}\n}\n}\n");
        if (directive.ContainsKey("CodeFile")) WriteControls(super);
        return text;
    }

    /// <summary>The controls are a part of the class in the code behind the page.</summary>
    void WriteControls(string super)
    {
        var dot = super.LastIndexOf('.');
        text.Write(file, 0, 0, (dot < 0 ? "" : $"namespace {super[..dot]} {{\n") + $"partial class {super[(dot + 1)..]} {{\n");
        text.Append(controls);
        text.Write(file, 0, 0, dot < 0 ? "}\n" : "}\n}\n");
    }
}
