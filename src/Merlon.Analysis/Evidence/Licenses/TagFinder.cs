using System.Text;
using Merlon.Analysis.Evidence.Licenses.Expressions;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses;

/// <summary>
/// Finds licences said for machines: <c>SPDX-License-Identifier</c> lines (SPDX 2.3, annex E), and package metadata whose whole
/// value is an SPDX expression (<c>"license": "MIT"</c>, <c>License: Apache-2.0</c>, <c>"LicenseId": "ISC"</c>).
/// </summary>
internal sealed class TagFinder(Vocabulary vocabulary, ExpressionParser expressions)
{
    const int LongestValue = 1000;

    /// <summary>Metadata with so many licences is a table of them, and licenses nothing.</summary>
    const int TableLength = 40;

    // "licenses": [{"type": "MIT"}] of npm's old form, <license><name>MIT</name> of Maven
    static readonly string[] Inner = ["{\"type\": ", "{\"type\":", "{ \"type\": ", "{\"name\": ", "{\"id\": ", "{\"id\":", "<name>"];

    readonly int spdx = vocabulary.Add("spdx"u8);
    readonly int license = vocabulary.Add("license"u8);

    // One word each to the tokenizer: Qt's attributions, NuGet's project property, SPDX documents, RPM and other manifests.
    readonly WordSet keys = new(vocabulary, "license licenses licenseid licenseids licenseexpression packagelicenseexpression licenseconcluded licensedeclared packagelicensedeclared packagelicenseconcluded licenseinfoinfile licenseinfoinfiles spdxlicense spdxlicenseid licensespdx licensetype");
    readonly int identifier = vocabulary.Add("identifier"u8);

    public List<TokenMatch> Find(TokenList tokens, ReadOnlySpan<byte> text)
    {
        var found = new List<TokenMatch>();
        var listed = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!keys.Has(tokens.Word(at))) continue;
            var isTag = tokens.Word(at) == license && at > 0 && tokens.Word(at - 1) == spdx && at + 1 < tokens.Count && tokens.Word(at + 1) == identifier;
            var expression = isTag ? ReadTag(text, tokens.End(at + 1)) : ReadMetadata(text, tokens.End(at));
            if (expression is null) continue;
            if (!isTag) listed.Add(expression);
            var last = Last(tokens, isTag ? at + 1 : at, text);
            found.Add(new(MatchKind.Tag, expression, "", isTag ? at - 1 : at, last, 1));
        }
        if (listed.Count >= TableLength) found.RemoveAll(t => tokens.Word(t.First) != spdx);
        return found;
    }

    string? ReadTag(ReadOnlySpan<byte> text, int from)
    {
        var value = Value(text, from).TrimStart(':', ' ', '\t', '"', '\'', '=');
        foreach (var end in (ReadOnlySpan<string>)["*/", "-->", "--}}", "\"", "'", "`", "\\n", ";", "<", "#", "|}"])
            if (value.IndexOf(end, StringComparison.Ordinal) is >= 0 and var cut) value = value[..cut];
        value = value.Trim().TrimEnd('.', ',', '*', '-', '=', '/').Trim();
        for (var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries); words.Length > 0; words = words[..^1])
            if (expressions.Parse(string.Join(' ', words)) is { } expression) return expression;
        return null;
    }

    string? ReadMetadata(ReadOnlySpan<byte> text, int from)
    {
        var value = Value(text, from);
        // <license type="expression">MIT</license> of NuGet
        if (value.TrimStart().StartsWith("type=\"expression\"", StringComparison.Ordinal) && value.IndexOf('>', StringComparison.Ordinal) is > 0 and var open) value = value[open..];
        var at = 0;
        while (at < value.Length && value[at] is '"' or '\'' or ' ' or '\t' or '*') at++;
        if (at >= value.Length || value[at] is not (':' or '=' or '>')) return null;
        var colon = value[at] == ':';
        while (at < value.Length && value[at] is ':' or '=' or '>' or ' ' or '\t' or '[' or '*') at++;
        if (at >= value.Length) return null;
        foreach (var inner in Inner)
            if (value.AsSpan(at).StartsWith(inner)) at += inner.Length;

        if (at >= value.Length) return null;
        var quote = value[at] is '"' or '\'' ? value[at] : '\0';
        if (quote != '\0') return value.IndexOf(quote, at + 1) is > 0 and var close ? expressions.Parse(value[(at + 1)..close]) : null;
        if (value.IndexOf('<', at) is > 0 and var tag && value[at - 1] == '>') return expressions.Parse(value[at..tag]);
        return colon ? expressions.Parse(value[at..].Trim().TrimEnd('.', '*', '/').Trim()) : null;
    }

    static string Value(ReadOnlySpan<byte> text, int from)
    {
        var rest = text[from..Math.Min(text.Length, from + LongestValue)];
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        return Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]);
    }

    static int Last(TokenList tokens, int from, ReadOnlySpan<byte> text)
    {
        var last = from;
        while (last + 1 < tokens.Count && tokens.Line(last + 1) == tokens.Line(from) && text[tokens.End(last)..tokens.Start(last + 1)].IndexOf("*/"u8) < 0) last++;
        return last;
    }
}
