namespace Merlon.Analysis.Dataflow.Languages.CSharp.Pages;

/// <summary>Where the words, blanks, expressions and heads of statements in a page of Razor end. Places count from its start.</summary>
static class RazorText
{
    /// <summary>The next place that is no blank.</summary>
    public static int AfterBlanks(string page, int at)
    {
        while (at < page.Length && char.IsWhiteSpace(page[at])) at++;
        return at;
    }

    /// <summary>The name or number there; empty where there is none.</summary>
    public static string WordAt(string page, int at)
    {
        var end = at;
        while (end < page.Length && (char.IsAsciiLetterOrDigit(page[end]) || page[end] == '_' || page[end] >= 0x80)) end++;
        return page[at..end];
    }

    /// <summary>Where an expression without brackets of its own ends: a name with members, calls and elements, up to the first blank.</summary>
    public static int AfterExpression(string page, int at)
    {
        var end = WordAt(page, at) == "await" ? AfterBlanks(page, at + 5) : at;
        for (end += WordAt(page, end).Length; end < page.Length;)
        {
            var next = AfterPart(page, end);
            if (next == end) break;
            end = next;
        }
        return end;
    }

    /// <summary>Where the head of a statement ends: at its brace or its semicolon.</summary>
    public static int AfterHead(string page, int at)
    {
        while (at < page.Length && page[at] is not ('{' or ';'))
            at = page[at] == '(' ? Math.Min(CodeText.Closing(page, at) + 1, page.Length) : CodeText.AfterLiteral(page, at) is var after && after > at ? after : at + 1;
        return at;
    }

    static int AfterPart(string page, int at) => page[at] switch
    {
        '(' or '[' => Math.Min(CodeText.Closing(page, at) + 1, page.Length),
        '.' when IsWordAt(page, at + 1) => at + 1 + WordAt(page, at + 1).Length,
        '?' when CodeText.Is(page, at, "?.") && IsWordAt(page, at + 2) => at + 2 + WordAt(page, at + 2).Length,
        '?' when CodeText.Is(page, at, "?[") => at + 1,
        '!' when CodeText.Is(page, at, "!.") || CodeText.Is(page, at, "![") => at + 1,
        _ => at,
    };

    static bool IsWordAt(string page, int at) => at < page.Length && (char.IsAsciiLetter(page[at]) || page[at] == '_');
}
