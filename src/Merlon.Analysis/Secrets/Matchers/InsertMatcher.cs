using System.Text;
using System.Text.RegularExpressions;
using Merlon.Analysis.Secrets.Assignments;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Values of SQL whose names are columns: <c>INSERT INTO t (login, password) VALUES ('robot', 'x')</c>.</summary>
internal static partial class InsertMatcher
{
    private const int LongestStatement = 1024;

    public static void Match(ref SecretLook look, KindSet kinds)
    {
        var text = look.Text.Slice(look.At, Math.Min(LongestStatement, look.Text.Length - look.At));
        var match = Statement().Match(Encoding.Latin1.GetString(text));
        if (!match.Success) return;
        var at = match.Groups["values"].Index;
        foreach (var column in match.Groups["columns"].Value.Split(','))
        {
            var (start, end) = ValueAt(text, ref at);
            if (end < 0) return;
            var name = column.Trim(' ', '`', '"', '[', ']', '\t', '\r', '\n');
            if (end == start || kinds.GenericOf(NameWords.Of(name)) is not { } kind) continue;
            var value = look.Between(look.At + start, look.At + end);
            if (value.Length < 4 || ValueJudge.IsNone(NameWords.Of(name), name, value)) continue;
            var found = new Assignment(look.At, look.At, look.At + start, look.At + end, Quoted: true, InText: false);
            if (ValueJudge.IsSecret(kind, look.File, value, found)) look.Add(kind, found.ValueStart, found.ValueEnd, name);
        }
    }

    // The next value of the list, without its quotes; empty for one that has none, and an end of -1 behind the last.
    private static (int Start, int End) ValueAt(ReadOnlySpan<byte> text, ref int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'N') at++;
        if (at >= text.Length) return (at, -1);
        var (start, end) = (at, at);
        if (text[at] == '\'')
        {
            start = ++at;
            while (at < text.Length && text[at] != '\'') at += text[at] == '\\' ? 2 : 1;
            if (at >= text.Length) return (at, -1);
            end = at;
        }
        var rest = text[at..].IndexOf((byte)',');
        at = rest < 0 ? text.Length : at + rest + 1;
        return (start, end);
    }

    [GeneratedRegex(@"^(?i:insert\s+into)\s+[^\s(]{1,128}\s*\((?<columns>[^()']{1,400})\)\s*(?i:values)\s*\((?<values>)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}
