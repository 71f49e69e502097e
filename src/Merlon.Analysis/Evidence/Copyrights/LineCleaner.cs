using System.Text;

namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>
/// Takes from a line what decorates it: comment signs, HTML tags and entities, troff and TeX signs, string quotes. Letters with
/// marks become plain ones, so that a holder is one holder whatever the file's encoding.
/// </summary>
internal static class LineCleaner
{
    static readonly (string From, string To)[] Signs =
    [
        ("\", \"", " "), ("\",\"", " "), ("\\\"", " "), ("@copyright{}", " "), (" u'", " "), ("&copy;", " (c) "), ("&copy ", " (c) "), ("\u00c2©", " (c) "), ("\\A9", " (c) "), ("\\0", " "), ("\\'a9", " (c) "), ("&#169;", " (c) "), ("&#xa9;", " (c) "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", " "), ("&amp;", "&"), ("&nbsp;", " "), ("&apos;", "'"), ("&#64;", "@"),
        ("\\(co", " (c) "), ("|copy|", " (c) "), ("{\\copyright}", " (c) "), ("\\copyright", " copyright "), ("\\xa9", " (c) "), ("\\u00a9", " (c) "), ("\\251", " (c) "), ("©", " (c) "), ("(c)", " (c) "), ("(C)", " (c) "), ("( c )", " (c) "), ("( C )", " (c) "), ("<C>", " (c) "),
        ("\\n", " "), ("\\t", " "), ("\\r", " "), ("\"", " "), ("``", " "), ("''", " "), ("`", " "), ("/*", " "), ("*/", " "), ("<!--", " "), ("-->", " "), ("--", "-"), ("[", " "), ("]", " "), ("{{", " "), ("}}", " "), ("**", " "), ("##", " "), ("//#", " "),
        ("“", " "), ("”", " "), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", " - "), ("\u00ad", ""), ("\ufeff", ""), ("§", ""), ("@copyright", "copyright"), ("\t", " "),
    ];

    static readonly (string From, string To, UInt128 Needs)[] SignsWithNeeds = [.. Signs.Select(s => (s.From, s.To, CharactersOf(s.From)))];

    static readonly string[] LeadingWords = ["dnl ", "rem ", "@rem ", ".\\\" ", "c ", "!* "];

    /// <summary>A troff request (<c>.PP</c>), which parts paragraphs.</summary>
    public static bool IsRequest(string line) => line.AsSpan().Trim() is ['.', >= 'A' and <= 'Z', >= 'A' and <= 'Z'] or ['.', >= 'A' and <= 'Z'];

    /// <summary>Bytes of an image or a font among which one happens to be the sign: control characters, and no other word of copyright.</summary>
    public static bool IsNoise(string line) =>
        line.Contains('©', StringComparison.Ordinal) && line.AsSpan().IndexOfAny(Controls) >= 0
        && !line.Contains("opyright", StringComparison.OrdinalIgnoreCase) && !line.Contains("(c)", StringComparison.OrdinalIgnoreCase);

    // C0 without white space and escape, and C1.
    static readonly System.Buffers.SearchValues<char> Controls = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n' or '\v' or '\f' or '\r' or 27)).Concat(Enumerable.Range(0x80, 32)).Select(c => (char)c)]);

    public static bool StartsComment(string line) => line.AsSpan().TrimStart() is var start && (start.StartsWith("/*") || start.StartsWith("<!--"));

    /// <summary>The comment that the line belongs to ends with it.</summary>
    public static bool EndsComment(string line) => line.AsSpan().TrimEnd() is var end && (end.EndsWith("*/") || end.EndsWith("-->"));

    /// <summary>The words of the line, or an empty text when it is decoration alone.</summary>
    public static string Clean(string line)
    {
        var text = line;
        if (text.AsSpan().IndexOfAnyInRange('\0', '\x1F') >= 0) text = string.Create(text.Length, text, static (to, from) => { for (var i = 0; i < to.Length; i++) to[i] = from[i] < ' ' ? ' ' : from[i]; });
        text = WithoutCode(text);
        text = Replaced(text);
        // \author{Ada Wren \and Bo Finch}
        if (text.Contains("\\author{", StringComparison.Ordinal)) text = text.Replace("\\author{", " author: ", StringComparison.Ordinal).Replace("\\and", " and ", StringComparison.Ordinal).Replace("}", AuthorEnds, StringComparison.Ordinal);
        text = WithoutTags(text);
        text = text.Trim().TrimStart('*', '/', '#', ';', '%', '!', '|', '\'', '.', ',', ':', '+', '=', '~', '_', '{', '\\', ' ', '>').TrimEnd('*', '/', '#', '|', '\\', '%', '+', '=', '~', '_', '{', ' ', ';');
        foreach (var word in LeadingWords)
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && word.Length > 2) text = text[word.Length..];
        return text.Equals("rem", StringComparison.OrdinalIgnoreCase) || text.Equals("dnl", StringComparison.OrdinalIgnoreCase) ? "" : Plain(text);
    }

    static string Replaced(string text)
    {
        var characters = CharactersOf(text);
        foreach (var (from, to, needs) in SignsWithNeeds)
        {
            // Most lines have few of the characters that signs are made of.
            if ((needs & ~characters) != 0) continue;
            text = text.Replace(from, to, StringComparison.Ordinal);
            characters |= CharactersOf(to);
        }
        return text;
    }

    // A bit for each ASCII character in the text, and one for all others.
    static UInt128 CharactersOf(string text)
    {
        var (low, high) = (0UL, 0UL);
        foreach (var c in text)
        {
            if (c < 64) low |= 1UL << c;
            else high |= 1UL << Math.Min((int)c, 127);
        }
        return new(high, low);
    }

    // "switch (c) {", "ISBLANK(c) (...)": a variable in parentheses, and no sign.
    static string WithoutCode(string text)
    {
        for (var at = text.IndexOf("(c)", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("(c)", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var behind = text.AsSpan(at + 3).TrimStart();
            var glued = at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '_');
            if (behind.Length > 0 && (behind[0] is '{' or ')' or ';' or '=' || (glued && behind[0] == '('))) text = string.Concat(text.AsSpan(0, at), " ", text.AsSpan(at + 3));
        }
        return text;
    }

    static string WithoutTags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '<' && TagEnd(text, at) is > 0 and var end)
            {
                // The address in a link names its author.
                var tag = text[at..end];
                var mail = tag.IndexOf("mailto:", StringComparison.OrdinalIgnoreCase);
                if (tag.StartsWith("<meta", StringComparison.OrdinalIgnoreCase)) plain.Append(' ').Append(MetaContent(tag)).Append(' ');
                else if (AuthorTag(tag) is { } author) plain.Append(author);
                else if (LinkTarget(tag) is { } target) plain.Append(' ').Append(target).Append(' ');
                else if (mail > 0) plain.Append(' ').Append(tag[(mail + 7)..].TrimEnd('>', ' ', '\'', '/')).Append(' ');
                else if (end >= text.Length || text[end] is not (',' or '.' or ';' or ')')) plain.Append(' ');
                at = end - 1;
            }
            else plain.Append(text[at]);
        }
        return plain.ToString();
    }

    // <a href=http://heron.io/>Heron</a>: whose page it is belongs to the statement; quotes are gone by now.
    static string? LinkTarget(string tag)
    {
        var href = tag.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
        if (href < 0) return null;
        var target = tag.AsSpan(href + 5).TrimStart(" '");
        target = target[..(target.IndexOfAny(" '>") is >= 0 and var end ? end : target.Length)];
        return Shapes.IsUrl(target.ToString()) ? target.ToString() : null;
    }

    // What stands behind is another matter.
    const string AuthorEnds = " |. ";

    // <author>Ada Wren</author>, <Authors>Ada Wren</Authors>
    static string? AuthorTag(string tag) => tag.ToLowerInvariant() switch
    {
        "<author>" => " author: ",
        "</author>" or "</authors>" => AuthorEnds,
        _ => null,
    };

    // <meta name=copyright content=2004 Ada Wren>, <meta name=author content=Ada Wren>; quotes are gone by now.
    static string MetaContent(string tag)
    {
        var content = tag.IndexOf("content=", StringComparison.OrdinalIgnoreCase);
        if (content > 0 && (tag.Contains("name=author ", StringComparison.OrdinalIgnoreCase) || tag.Contains("name= author ", StringComparison.OrdinalIgnoreCase))) return " author: " + tag[(content + 8)..].TrimEnd('>', '/', ' ') + AuthorEnds;
        return content > 0 && tag.Contains("copyright", StringComparison.OrdinalIgnoreCase) ? tag[(content + 8)..].TrimEnd('>', '/', ' ') : "";
    }

    static int TagEnd(string text, int at)
    {
        var close = text.IndexOf('>', at);
        if (close < 0 || close == at + 1) return 0;
        var inner = text.AsSpan(at + 1, close - at - 1);
        if (inner[0] == '/' || inner[^1] == '/') return inner.Contains("://", StringComparison.Ordinal) ? 0 : close + 1;
        var name = inner.IndexOf(' ') is > 0 and var space ? inner[..space] : inner;
        var isElement = name.Length <= 10 && !name.ContainsAnyExcept(Lower) && (inner.Length > name.Length ? inner.Contains('=') : IsElement(name));
        return isElement ? close + 1 : 0;
    }

    static readonly System.Buffers.SearchValues<char> Lower = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    static bool IsElement(ReadOnlySpan<char> name) => name.Length <= 2 || name is "div" or "span" or "pre" or "strong" or "small" or "center" or "font" or "table" or "body" or "html"
        or "head" or "title" or "code" or "para" or "author" or "copyright" or "holder" or "year" or "string" or "value" or "description" or "sup" or "sub" or "big" or "blockquote" or "footer" or "name" or "firstname" or "othername" or "surname" or "personname" or "email" or "personblurb";

    static string Plain(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text) plain.Append(Base(c));
        return plain.ToString();
    }

    // The Latin letters with marks, U+00C0 to U+017F, one plain letter each; '?' for those that Base spells out.
    const string Letters =
        "AAAAAA?CEEEEIIII?NOOOOO?OUUUUY??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi??JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo??RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    static string Base(char c) => c switch
    {
        'ß' => "ss", 'ø' => "o", 'Ø' => "O", 'æ' => "ae", 'Æ' => "AE", 'ł' => "l", 'Ł' => "L", 'đ' => "d", 'Đ' => "D", 'þ' => "th", 'ð' => "d", 'ı' => "i", 'œ' => "oe", '\u00a0' => " ", '®' => "(r)", '\uFFFD' => "",
        >= '\u00C0' and <= '\u017F' when Letters[c - '\u00C0'] != '?' => Letters[c - '\u00C0'].ToString(),
        >= '\u0300' and <= '\u036F' => "",
        _ => c.ToString(),
    };
}
