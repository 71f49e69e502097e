namespace Merlon.Analysis.Dataflow.Languages;

/// <summary>
/// Finds the ends of pieces of C#, or of Java: of literals, comments and brackets. What never ends goes to the end of the text.
/// </summary>
static class CodeText
{
    const int DeepestInterpolation = 16;

    /// <summary>Where the literal or comment ends that begins here, exclusive; the place itself where none does.</summary>
    public static int AfterLiteral(string text, int at, int depth = 0) => text[at] switch
    {
        '/' when Is(text, at, "//") => EndOf(text, "\n", at),
        '/' when Is(text, at, "/*") => After(text, "*/", at + 2),
        '"' when Is(text, at, "\"\"\"") => AfterRaw(text, at),
        '"' => AfterText(text, at + 1, isVerbatim: false),
        '\'' => AfterCharacter(text, at + 1),
        '@' when Is(text, at, "@\"") => AfterText(text, at + 2, isVerbatim: true),
        '@' when Is(text, at, "@*") => After(text, "*@", at + 2),
        '@' when Is(text, at, "@$\"") => AfterInterpolated(text, at + 3, isVerbatim: true, depth),
        '$' when Is(text, at, "$@\"") => AfterInterpolated(text, at + 3, isVerbatim: true, depth),
        '$' when Is(text, at, "$\"\"\"") => AfterRaw(text, at + 1),
        '$' when Is(text, at, "$\"") => AfterInterpolated(text, at + 2, isVerbatim: false, depth),
        _ => at,
    };

    /// <summary>The place of the bracket that closes the one here; the end of the text where none does.</summary>
    public static int Closing(string text, int open, int depth = 0)
    {
        var level = 0;
        for (var i = open; i < text.Length;)
        {
            if (AfterLiteral(text, i, depth) is var after && after > i)
            {
                i = after;
                continue;
            }
            if (text[i] is '(' or '[' or '{') level++;
            else if (text[i] is ')' or ']' or '}' && --level == 0) return i;
            i++;
        }
        return text.Length;
    }

    public static bool Is(string text, int at, string expected) => string.CompareOrdinal(text, at, expected, 0, expected.Length) == 0;

    public static int EndOf(string text, string what, int from) => from < text.Length && text.IndexOf(what, from, StringComparison.Ordinal) is >= 0 and var found ? found : text.Length;

    static int After(string text, string what, int from) => Math.Min(EndOf(text, what, from) + what.Length, text.Length);

    static int AfterRaw(string text, int at)
    {
        var quotes = at;
        while (quotes < text.Length && text[quotes] == '"') quotes++;
        return After(text, new string('"', quotes - at), quotes);
    }

    static int AfterText(string text, int at, bool isVerbatim)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\' && !isVerbatim) at++;
            else if (text[at] == '"' && isVerbatim && Is(text, at, "\"\"")) at++;
            else if (text[at] == '"' || text[at] == '\n' && !isVerbatim) return at + 1;
        }
        return text.Length;
    }

    /// <summary>An apostrophe that closes within a few characters; another is a part of some text.</summary>
    static int AfterCharacter(string text, int at)
    {
        for (var end = at; end < text.Length && end < at + 10; end++)
        {
            if (text[end] == '\\') end++;
            else if (text[end] == '\'') return end + 1;
            else if (text[end] == '\n') break;
        }
        return at;
    }

    static int AfterInterpolated(string text, int at, bool isVerbatim, int depth)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\' && !isVerbatim) at++;
            else if (text[at] == '"' && isVerbatim && Is(text, at, "\"\"")) at++;
            else if (text[at] == '"' || text[at] == '\n' && !isVerbatim) return at + 1;
            else if (Is(text, at, "{{")) at++;
            else if (text[at] == '{' && depth < DeepestInterpolation) at = Closing(text, at, depth + 1);
        }
        return text.Length;
    }
}
