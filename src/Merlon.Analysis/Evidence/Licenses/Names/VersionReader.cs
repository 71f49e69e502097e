using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>
/// Reads which versions of a family a notice means, before its name ("version 2 of the GNU GPL") or behind it
/// ("GPL v2 or later", "as published by the Free Software Foundation; either version 2 of the License, or any later version").
/// </summary>
internal sealed class VersionReader
{
    const int FarGnu = 28;
    const int FarOther = 4;
    const int BeforeName = 16;

    readonly Vocabulary vocabulary;
    readonly WordSet markers;
    readonly WordSet fillers;
    readonly WordSet backFillers;
    readonly WordSet between;
    readonly WordSet laters;
    readonly WordSet laterFillers;
    readonly WordSet only;
    readonly WordSet or;
    readonly WordSet stops;
    readonly WordSet joins;
    readonly int plus;
    readonly int any;
    readonly int accepted;

    public VersionReader(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        markers = new(vocabulary, "version v versions ver vers versión release rev");
        fillers = new(vocabulary, "license licenses agreement the gpl lgpl agpl gfdl fdl mpl epl cddl apl asl public a either in its under gnu software general as published by free foundation fsf inc");
        backFillers = new(vocabulary, "of the or any later version at your option and only newer greater subsequent terms either above higher its license gnu licenses");
        between = new(vocabulary, "of the license as published by free software foundation dated june february november july january may october inc at your option either in its entirety gnu general public lesser library 1991 1999 2007 or and that is it fsf a under terms your");
        laters = new(vocabulary, "later newer above greater higher subsequent upwards up following onwards");
        laterFillers = new(vocabulary, "or and at your option any version versions of the license gnu general public lesser library as published by free software foundation inc either dated june 1991 1999 february 2007 november july upwards a if you prefer affero fsf choice wish like desire opinion");
        only = new(vocabulary, "only");
        or = new(vocabulary, "or and");
        stops = new(vocabulary, "see warranty without implied merchantability along received copy");
        joins = new(vocabulary, "of the or and any only later as");
        plus = vocabulary.Add("+"u8);
        any = vocabulary.Add("any"u8);
        accepted = vocabulary.Add("accepted"u8);
    }

    /// <summary>The mention that the name at [first, last] makes, or null when the family has no answer for it.</summary>
    public Mention? Read(Family family, TokenList tokens, int first, int last, ReadOnlySpan<byte> text)
    {
        if (ReadBehind(family, tokens, first, last, text) is { } behind) return behind;
        if (ReadBefore(family, tokens, first, last, text) is { } before) return before;
        return family.Bare is null ? null : new(family, family.Bare, Bare: family.Versions.Count > 0 || family.Group == family.Id, Reference: false, first, last);
    }

    Mention? ReadBehind(Family family, TokenList tokens, int first, int last, ReadOnlySpan<byte> text)
    {
        var far = Math.Min(tokens.Count, last + 1 + (family.Gnu ? FarGnu : FarOther));
        var marked = false;
        for (var at = last + 1; at < far; at++)
        {
            var word = tokens.Word(at);
            if (markers.Has(word)) { marked = true; continue; }
            // "... the GPL.\n\n1. Next": a number on another line needs a word for it.
            if (StartsVersion(tokens, at, text) && VersionAt(family, tokens, at, text, out var version, out var end)
                && (marked || (at <= last + 2 && !Quoted(tokens, last, text) && (tokens.Line(at) == tokens.Line(last) || (family.Gnu && at == last + 1 && !EndsSentence(tokens, last, text))))))
                return Whole(family, version, tokens, first, at, end, text);
            if (stops.Has(word) || (!marked && !fillers.Has(word) && !between.Has(word) && !laterFillers.Has(word) && at > last + 3)) return null;
            if (marked && !fillers.Has(word) && !between.Has(word)) marked = false;
        }
        return null;
    }

    Mention? ReadBefore(Family family, TokenList tokens, int first, int last, ReadOnlySpan<byte> text)
    {
        var later = false;
        // "version 2.0 of the License, and Mozilla Public License": the version is another's.
        if (first > 0 && tokens.Word(first - 1) == vocabulary.Find("and")) return null;
        for (var at = first - 1; at >= 0 && at >= first - BeforeName; at--)
        {
            if (laters.Has(tokens.Word(at)) || tokens.Word(at) == plus) { later = true; continue; }
            if (StartsVersion(tokens, at, text) && VersionAt(family, tokens, at, text, out var version, out var spelled))
            {
                var marked = at > 0 && markers.Has(tokens.Word(at - 1));
                // "firmware v1.0\nLicense: ..."
                if (tokens.Line(spelled) != tokens.Line(spelled + 1) && !joins.Has(tokens.Word(spelled + 1))) return null;
                if (!marked && tokens.Word(first - 1) != vocabulary.Find("of") && tokens.Word(first - 1) != vocabulary.Find("the")) return null;
                var ending = Later(tokens, last + 1);
                return Make(family, [version], ending with { Later = later || ending.Later }, at, Math.Max(last, ending.Last));
            }
            if (!backFillers.Has(tokens.Word(at)) && !IsNumber(tokens, at, text)) return null;
        }
        return null;
    }

    // "2 or later", and "2 or 3", "2 and version 3".
    Mention? Whole(Family family, string version, TokenList tokens, int first, int at, int end, ReadOnlySpan<byte> text)
    {
        var versions = new List<string> { version };
        var ending = Later(tokens, end + 1);
        // "GPL (>= 2)" of R
        if (at > 0 && text[tokens.End(at - 1)..tokens.Start(at)].IndexOf(">="u8) >= 0) ending = ending with { Later = true };
        while (!ending.Later && AnotherVersion(family, tokens, end + 1, text) is var (another, to) && another.Length > 0 && versions.Count < 4)
        {
            versions.Add(another);
            ending = Later(tokens, to + 1);
            end = to;
        }
        return Make(family, versions, ending, first, Math.Max(end, ending.Last));
    }

    (string Version, int End) AnotherVersion(Family family, TokenList tokens, int at, ReadOnlySpan<byte> text)
    {
        for (var skip = 0; skip < 4 && at < tokens.Count && !or.Has(tokens.Word(at)) && laterFillers.Has(tokens.Word(at)); skip++) at++;
        var from = at;
        while (at < tokens.Count && at < from + 8 && (or.Has(tokens.Word(at)) || markers.Has(tokens.Word(at)) || laterFillers.Has(tokens.Word(at)))) at++;
        return at > from && at < tokens.Count && or.Has(tokens.Word(from)) && VersionAt(family, tokens, at, text, out var version, out var end) ? (version, end) : ("", at);
    }

    static Mention? Make(Family family, List<string> versions, Ending ending, int first, int last)
    {
        var parts = versions.Select(v => family.Expression(v, ending.Later && v == versions[^1])).OfType<string>().Distinct().ToList();
        return parts.Count == 0 ? null : new(family, string.Join(" OR ", parts), Bare: false, Reference: false, first, last) { Only = ending.Only };
    }

    // "or (at your option) any later version", "+", "and above": within a few words of the version, none of them foreign.
    Ending Later(TokenList tokens, int at)
    {
        if (at < tokens.Count && tokens.Word(at) == plus) return new(true, false, at);
        for (var i = at; i < tokens.Count && i < at + 22; i++)
        {
            var word = tokens.Word(i);
            // "or any later version accepted by": the licensor has not accepted one yet.
            if (laters.Has(word)) return new(i + 2 >= tokens.Count || tokens.Word(i + 2) != accepted, false, i);
            if (only.Has(word)) return new(false, true, i);
            if (word == any && i + 1 < tokens.Count && markers.Has(tokens.Word(i + 1)) && !or.Has(tokens.Word(i - 1))) return new(false, false, at);
            if (!laterFillers.Has(word) && !markers.Has(word)) break;
        }
        return new(false, false, at - 1);
    }

    /// <summary>What the words behind a version add, up to the word <paramref name="Last"/>: "or later", or "only" in so many words.</summary>
    readonly record struct Ending(bool Later, bool Only, int Last);

    static bool IsNumber(TokenList tokens, int at, ReadOnlySpan<byte> text) => text[tokens.Start(at)] is >= (byte)'0' and <= (byte)'9';

    static bool StartsVersion(TokenList tokens, int at, ReadOnlySpan<byte> text) =>
        IsNumber(tokens, at, text) && !(at > 0 && tokens.End(at - 1) + 1 == tokens.Start(at) && text[tokens.End(at - 1)] == '.' && IsNumber(tokens, at - 1, text));

    bool VersionAt(Family family, TokenList tokens, int at, ReadOnlySpan<byte> text, out string version, out int end)
    {
        (version, end) = ("", at);
        if (!IsNumber(tokens, at, text) || tokens.End(at) - tokens.Start(at) > 3) return false;
        while (end + 1 < tokens.Count && end < at + 3 && tokens.End(end) + 1 == tokens.Start(end + 1)
            && text[tokens.End(end)] is (byte)'.' or (byte)'-' or (byte)'_' && IsNumber(tokens, end + 1, text) && tokens.End(end + 1) - tokens.Start(end + 1) <= 2) end++;
        // "1.1Nest", as fonts have it: not version 1.
        if (end + 1 < tokens.Count && text[tokens.End(end)] == '.' && tokens.End(end) + 1 == tokens.Start(end + 1) && IsNumber(tokens, end + 1, text)) return false;
        for (; end >= at; end--)
        {
            version = Spelled(tokens, at, end, text);
            if (family.Expression(version, orLater: false) is not null) return true;
            // "1.7" is not version 1.
            if (end > at && text[tokens.End(end - 1)] == '.' && text[tokens.Start(end)] != '0') return false;
        }
        return false;
    }

    // strncmp(s, "gpl", 3)
    static bool Quoted(TokenList tokens, int last, ReadOnlySpan<byte> text) => tokens.End(last) < text.Length && text[tokens.End(last)] == '"';

    static bool EndsSentence(TokenList tokens, int last, ReadOnlySpan<byte> text) => tokens.End(last) < text.Length && text[tokens.End(last)] == '.';

    static string Spelled(TokenList tokens, int at, int end, ReadOnlySpan<byte> text) =>
        System.Text.Encoding.ASCII.GetString(text[tokens.Start(at)..tokens.End(end)]).Replace('-', '.').Replace('_', '.').ToLowerInvariant();
}
