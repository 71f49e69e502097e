using System.Globalization;
using System.Text;
using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>The values of Java's literals.</summary>
static class Literals
{
    /// <summary>The text of a string literal; null for anything else.</summary>
    public static string? Text(SyntaxNode node)
    {
        if (node.Kind != "string_literal") return null;
        var text = node.Text;
        if (text.StartsWith("\"\"\"", StringComparison.Ordinal)) return TextBlock(text);
        return text.Length >= 2 ? Unescape(text[1..^1]) : text;
    }

    public static char Character(SyntaxNode node) => node.Text is [_, .. var inner, _] && Unescape(inner) is [var first, ..] ? first : '\0';

    public static long? Integer(string text)
    {
        text = text.Replace("_", "", StringComparison.Ordinal).TrimEnd('l', 'L');
        try
        {
            if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) return Convert.ToInt64(text[2..], 16);
            if (text.StartsWith("0b", StringComparison.OrdinalIgnoreCase)) return Convert.ToInt64(text[2..], 2);
            if (text.Length > 1 && text[0] == '0') return Convert.ToInt64(text, 8);
            return long.Parse(text, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

    public static double? Number(string text) =>
        double.TryParse(text.Replace("_", "", StringComparison.Ordinal).TrimEnd('f', 'F', 'd', 'D'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    static string TextBlock(string text)
    {
        var lines = text[3..^3].Split('\n');
        var content = lines.Skip(1).ToList();
        var indent = content.Where((l, i) => l.Trim().Length > 0 || i == content.Count - 1).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return Unescape(string.Join('\n', content.Select(l => l.Length >= indent ? l[indent..].TrimEnd() : "")));
    }

    static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 >= text.Length) result.Append(text[i]);
            else i = Escape(text, i + 1, result);
        }
        return result.ToString();
    }

    /// <summary>Appends what the escape at an index stands for; gives the index of its last character.</summary>
    static int Escape(string text, int at, StringBuilder result)
    {
        if (text[at] == 'u' && at + 4 < text.Length + 0 && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            result.Append((char)code);
            return at + 4;
        }
        if (text[at] is >= '0' and <= '7')
        {
            var end = at;
            var value = 0;
            for (; end < text.Length && end < at + 3 && text[end] is >= '0' and <= '7'; end++) value = (value * 8) + (text[end] - '0');
            result.Append((char)value);
            return end - 1;
        }
        result.Append(text[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', 's' => ' ', var other => other });
        return at;
    }
}
