namespace Merlon.Analysis.Dataflow.Languages.Java.Pages;

/// <summary>
/// Takes a page apart, as chapter JSP.1 of the Jakarta Server Pages specification does. The page is read byte by byte, as Latin-1: all that
/// matters here is ASCII, and offsets are those of the file. What never ends is text, code that never ends goes to the end of the file.
/// </summary>
sealed class PageReader
{
    /// <summary>Expressions and tags longer than this are not looked for the end of.</summary>
    const int Longest = 4000;

    readonly string page;
    readonly List<PageElement> elements = [];

    PageReader(string page) => this.page = page;

    /// <summary>The elements in their order.</summary>
    public static IReadOnlyList<PageElement> Read(string page)
    {
        var reader = new PageReader(page);
        var at = 0;
        while (at < page.Length && page.AsSpan(at).IndexOfAny('<', '$') is >= 0 and var next) at = reader.ReadAt(at + next);
        return reader.elements;
    }

    /// <summary>Reads what begins here; gives where to go on.</summary>
    int ReadAt(int start)
    {
        if (Is(start, "<%--")) return Math.Min(EndOf("--%>", start + 4) + 4, page.Length);
        if (Is(start, "<%@")) return Directive(start);
        if (Is(start, "<%!")) return Code(PageElementKind.Declaration, start, 3);
        if (Is(start, "<%=")) return Code(PageElementKind.Expression, start, 3);
        if (Is(start, "<%")) return Code(PageElementKind.Scriptlet, start, 2);
        if (Is(start, "${")) return Evaluation(start);
        return page[start] == '<' ? Tag(start) : start + 1;
    }

    bool Is(int at, string text) => string.CompareOrdinal(page, at, text, 0, text.Length) == 0;

    int EndOf(string text, int from) => page.IndexOf(text, Math.Min(from, page.Length), StringComparison.Ordinal) is >= 0 and var found ? found : page.Length;

    int Code(PageElementKind kind, int start, int bracket)
    {
        var (from, to) = (start + bracket, EndOf("%>", start + bracket));
        var end = Math.Min(to + 2, page.Length);
        elements.Add(new PageElement(kind, start, end) { Code = page[from..to], CodeStart = from });
        return end;
    }

    int Directive(int start)
    {
        var at = SkipBlanks(start + 3);
        var name = NameAt(at);
        var attributes = new Dictionary<string, string>();
        at = Attributes(at + name.Length, start + Longest, attributes);
        var end = Math.Min(EndOf("%>", at) + 2, page.Length);
        elements.Add(new PageElement(PageElementKind.Directive, start, end) { Name = name, Attributes = attributes });
        return end;
    }

    /// <summary><c>\${</c> is text.</summary>
    int Evaluation(int start)
    {
        var end = EndOfEvaluation(page, start);
        if (end < 0 || (start > 0 && page[start - 1] == '\\')) return start + 2;
        elements.Add(new PageElement(PageElementKind.Evaluation, start, end) { Code = page[(start + 2)..(end - 1)], CodeStart = start + 2 });
        return end;
    }

    /// <summary>Where an expression in <c>${</c> and <c>}</c> ends, exclusive; -1 when it does not. Braces in texts do not count.</summary>
    public static int EndOfEvaluation(string text, int start)
    {
        var (depth, quote) = (0, '\0');
        for (var i = start; i < text.Length && i < start + Longest; i++)
        {
            var c = text[i];
            if (quote != '\0' && c == '\\') i++;
            else if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '{') depth++;
            else if (c == '}' && --depth == 0) return i + 1;
        }
        return -1;
    }

    /// <summary>Only names with a prefix are tags of the page; others are its text.</summary>
    int Tag(int start)
    {
        var isEnd = Is(start, "</");
        var name = NameAt(start + (isEnd ? 2 : 1));
        if (!name.Contains(':', StringComparison.Ordinal)) return start + 1;
        var attributes = new Dictionary<string, string>();
        var at = Attributes(start + (isEnd ? 2 : 1) + name.Length, start + Longest, attributes);
        var isEmpty = Is(at, "/>");
        if (!isEmpty && !Is(at, ">")) return start + 1;
        var end = at + (isEmpty ? 2 : 1);
        elements.Add(new PageElement(isEnd ? PageElementKind.EndTag : PageElementKind.StartTag, start, end) { Name = name, IsEmpty = isEmpty, Attributes = attributes });
        return end;
    }

    int SkipBlanks(int at)
    {
        while (at < page.Length && char.IsWhiteSpace(page[at])) at++;
        return at;
    }

    string NameAt(int at)
    {
        var end = at;
        while (end < page.Length && (char.IsAsciiLetterOrDigit(page[end]) || page[end] is ':' or '-' or '_' or '.')) end++;
        return at >= page.Length ? "" : page[at..end];
    }

    /// <summary>Reads attributes as long as there are any; gives where they end.</summary>
    int Attributes(int at, int limit, Dictionary<string, string> found)
    {
        while (at < limit)
        {
            at = SkipBlanks(at);
            var name = NameAt(at);
            var equal = SkipBlanks(at + name.Length);
            if (name.Length == 0 || !Is(equal, "=")) return at;
            var quote = SkipBlanks(equal + 1);
            if (quote >= page.Length || page[quote] is not ('"' or '\'')) return at;
            var end = EndOfValue(quote);
            if (end < 0) return at;
            found[name] = page[(quote + 1)..end];
            at = end + 1;
        }
        return at;
    }

    /// <summary>The closing quote of a value; those inside <c>&lt;%= %&gt;</c> and <c>${}</c> do not count.</summary>
    int EndOfValue(int quote)
    {
        var isWhole = true;
        for (var i = quote + 1; i < page.Length && i < quote + Longest; i++)
        {
            if (page[i] == page[quote]) return i;
            if (page[i] == '\\') i++;
            else if (Is(i, "<%=")) i = EndOf("%>", i) + 1;
            else if (isWhole && Is(i, "${")) (i, isWhole) = EndOfEvaluation(page, i) is > 0 and var end ? (end - 1, true) : (i, false);
        }
        return -1;
    }
}
