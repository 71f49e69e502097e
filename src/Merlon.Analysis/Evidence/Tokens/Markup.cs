using System.Collections.Frozen;
using System.Text;

namespace Merlon.Analysis.Evidence.Tokens;

/// <summary>Tells the markup around words from the words: HTML tags, entities, escapes of string literals.</summary>
internal static class Markup
{
    const int LongestTag = 512;

    static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet([
        "a", "abbr", "address", "article", "b", "blockquote", "body", "br", "center", "cite", "code", "col", "dd", "div", "dl", "dt", "em", "font",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img", "input", "label", "li", "main", "nav", "nobr",
        "ol", "option", "p", "pre", "section", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "title", "tr", "tt", "u", "ul",
    ], StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = Elements.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The length of the HTML tag that starts at <paramref name="at"/>, or 0. Elements that HTML does not know are text.</summary>
    public static int TagLength(ReadOnlySpan<byte> text, int at)
    {
        var name = at + 1;
        if (name < text.Length && text[name] == '/') name++;
        var end = name;
        while (end < text.Length && end - name < 12 && ByteClasses.Of[text[end]] is ByteClass.Letter or ByteClass.Digit) end++;
        if (end == name || end >= text.Length || text[end] is not ((byte)'>' or (byte)'/' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')) return 0;

        Span<char> chars = stackalloc char[12];
        var length = Encoding.Latin1.GetChars(text[name..end], chars);
        if (!Names.Contains(chars[..length])) return 0;

        var window = text.Slice(end, Math.Min(LongestTag, text.Length - end));
        var close = window.IndexOf((byte)'>');
        return close < 0 || window[..close].Count((byte)'\n') > 1 ? 0 : end - at + close + 1;
    }

    /// <summary>The length of the entity (<c>&amp;quot;</c>, <c>&amp;#169;</c>) that starts at <paramref name="at"/>, or 0.</summary>
    public static int EntityLength(ReadOnlySpan<byte> text, int at)
    {
        var end = at + 1;
        if (end < text.Length && text[end] == '#') end++;
        while (end < text.Length && end - at < 10 && ByteClasses.Of[text[end]] is ByteClass.Letter or ByteClass.Digit) end++;
        return end < text.Length && text[end] == ';' && end > at + 2 ? end - at + 1 : 0;
    }

    public static bool IsCopyrightEntity(ReadOnlySpan<byte> entity) =>
        Ascii.EqualsIgnoreCase(entity, "&copy;"u8) || Ascii.EqualsIgnoreCase(entity, "&#169;"u8) || Ascii.EqualsIgnoreCase(entity, "&#xa9;"u8);

    /// <summary>The length of <c>\n</c> and its kin before a word, as they stand in string literals and troff; at least 1.</summary>
    public static int EscapeLength(ReadOnlySpan<byte> text, int at)
    {
        if (at + 1 >= text.Length) return 1;
        return text[at + 1] switch
        {
            (byte)'n' or (byte)'r' or (byte)'t' => 2,
            (byte)'f' when at + 2 < text.Length && text[at + 2] is (byte)'B' or (byte)'I' or (byte)'R' or (byte)'P' => 3,
            _ => 1,
        };
    }

    /// <summary>The length of an RTF control word (<c>\par</c>, <c>\fs20</c>) or a character written in hexadecimal (<c>\'e9</c>).</summary>
    public static int ControlLength(ReadOnlySpan<byte> text, int at)
    {
        var end = at + 1;
        if (end < text.Length && text[end] == '\'') return Math.Min(4, text.Length - at);
        while (end < text.Length && ByteClasses.Of[text[end]] == ByteClass.Letter) end++;
        if (end < text.Length && text[end] == '-') end++;
        while (end < text.Length && ByteClasses.Of[text[end]] == ByteClass.Digit) end++;
        return end - at;
    }
}
