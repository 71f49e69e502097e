using System.Text;
using Merlon.Analysis.Dataflow.Languages.CSharp.Pages;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Settings;

/// <summary>The directive at the top of a page of Web Forms: <c>&lt;%@ Page ValidateRequest="false" %&gt;</c></summary>
static class PageDirective
{
    static readonly string[] Extensions = [".aspx", ".ascx", ".master"];

    static readonly string[] Kinds = ["Page", "Control", "Master"];

    public static bool IsPage(string name) => Array.Exists(Extensions, e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>The page is read as Latin-1, so that places count bytes.</summary>
    public static IReadOnlyList<Construct> Read(SourceFile file)
    {
        var text = Encoding.Latin1.GetString(file.Text.Span);
        for (var at = CodeText.EndOf(text, "<%@", 0); at < text.Length; at = CodeText.EndOf(text, "<%@", at + 1))
        {
            var end = CodeText.EndOf(text, "%>", at);
            var written = text[(at + 3)..end].TrimStart();
            if (!Array.Exists(Kinds, k => written.StartsWith(k, StringComparison.OrdinalIgnoreCase))) continue;
            return Opened(WebFormsTranslator.Attributes(written)) is { } name ? [new Construct(name, new Span(file, at, Math.Min(end + 2, text.Length)))] : [];
        }
        return [];
    }

    static string? Opened(Dictionary<string, string> attributes)
    {
        bool Has(string name, string value) => SecretSetting.Is(attributes.GetValueOrDefault(name), value);
        return Has("ValidateRequest", "false") ? "request-validation-off" : Has("EnableViewStateMac", "false") ? "page-state-unsigned" : Has("Trace", "true") ? "trace-shown-to-all" : null;
    }
}
