using System.Text;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Pages;

/// <summary>
/// Takes a Thymeleaf template apart. What it escapes (<c>th:text</c>, <c>[[...]]</c>) is passed over; the expressions that it prints as they
/// are (<c>th:utext</c>, <c>[(...)]</c>) and the variables of its loops become the elements that a page has for them.
/// </summary>
sealed class TemplateReader
{
    const string Unescaped = "th:utext", Loop = "th:each", Inline = "[(", Comment = "<!--";

    const int Longest = 4000;

    readonly string template;
    readonly List<PageElement> elements = [];

    TemplateReader(string template) => this.template = template;

    public static bool IsTemplate(string path) => path.EndsWith(".html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a template prints anything unescaped; of others nothing needs to be known.</summary>
    public static bool Prints(SourceFile file) =>
        file.Text.Span.IndexOf(Encoding.ASCII.GetBytes(Unescaped)) >= 0 || file.Text.Span.IndexOf(Encoding.ASCII.GetBytes(Inline + "${")) >= 0;

    /// <summary>The elements in their order; the template is read as Latin-1.</summary>
    public static IReadOnlyList<PageElement> Read(string template)
    {
        var reader = new TemplateReader(template);
        for (var at = 0; at < template.Length;) at = reader.ReadAt(at);
        return reader.elements;
    }

    bool Is(int at, string text) => string.CompareOrdinal(template, at, text, 0, text.Length) == 0;

    int EndOf(string text, int from) => template.IndexOf(text, from, StringComparison.Ordinal) is >= 0 and var found ? found : template.Length;

    /// <summary>Reads what begins here; gives where to go on.</summary>
    int ReadAt(int at) => template[at] switch
    {
        '<' when Is(at, Comment) => EndOf("-->", at),
        '[' when Is(at, Inline) => Print(at, Math.Min(EndOf(")]", at), at + Longest)),
        't' when Is(at, Unescaped) => Value(at + Unescaped.Length) is { } value ? Print(value.Start, value.End) : at + 1,
        't' when Is(at, Loop) => Value(at + Loop.Length) is { } value ? Each(at, value.Start, value.End) : at + 1,
        _ => at + 1,
    };

    /// <summary>The value of an attribute whose name ends here.</summary>
    (int Start, int End)? Value(int at)
    {
        while (at < template.Length && (char.IsWhiteSpace(template[at]) || template[at] == '=')) at++;
        if (at >= template.Length || template[at] is not ('"' or '\'')) return null;
        var length = template.AsSpan(at + 1, Math.Min(Longest, template.Length - at - 1)).IndexOf(template[at]);
        return length < 0 ? null : (at + 1, at + 1 + length);
    }

    int Print(int start, int end)
    {
        for (var i = start; i < end && i < template.Length; i++)
        {
            var after = Is(i, "${") ? PageReader.EndOfEvaluation(template, i) : -1;
            if (after < 0) continue;
            elements.Add(new PageElement(PageElementKind.Evaluation, i, after) { Code = template[(i + 2)..(after - 1)], CodeStart = i + 2 });
            i = after - 1;
        }
        return Math.Max(end, start + 1);
    }

    /// <summary><c>th:each="item, state : ${items}"</c></summary>
    int Each(int at, int start, int end)
    {
        var parts = template[start..end].Split(':', 2);
        if (parts.Length == 2)
            elements.Add(new PageElement(PageElementKind.StartTag, at, end)
            {
                Name = Loop,
                IsEmpty = true,
                Attributes = new Dictionary<string, string> { ["var"] = parts[0].Split(',')[0].Trim(), ["items"] = parts[1].Trim() },
            });
        return end;
    }
}
