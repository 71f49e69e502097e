using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>
/// Reads copyright statements from tagged words: [Portions] marker+ (years | names | addresses | connectors)*, or a name before
/// the marker when none stands behind it.
/// </summary>
internal static class StatementReader
{
    const int LongestStatement = 120;

    public static void Read(List<Word> words, List<CopyrightEvidence> into, List<(int Start, int End)> taken)
    {
        taken.Clear();
        for (var at = 0; at < words.Count;)
        {
            if (words[at].Kind != WordKind.Marker && !IsHolderIs(words, at)) { at++; continue; }
            var (start, end) = words[at].Kind == WordKind.Marker ? Extent(words, at) : (at, BodyEnd(words, at + 2, out _, out _));
            if (end > at && Statement(words, start, end) is { } statement)
            {
                into.Add(statement);
                taken.Add((start, end));
            }
            at = Math.Max(end, at + 1);
        }
    }

    static (int Start, int End) Extent(List<Word> words, int marker)
    {
        var body = marker;
        while (body < words.Count && words[body].Kind == WordKind.Marker) body++;
        // "Copyright: Copyright 1998": the label is no part of the statement.
        while (marker + 1 < body && !words[marker].Text.StartsWith('(') && !words[marker + 1].Text.StartsWith('(')) marker++;
        var end = BodyEnd(words, body, out var named, out var dated);
        if (!named && dated && words.GetRange(body, end - body).TrueForAll(w => w.Kind != WordKind.Year || Shapes.IsPlaceholder(w.Text))) return (marker, marker);
        if (!named && dated && NameBefore(words, marker) is var name && name < marker) return (name, end);
        if ((!named && !dated) || (!dated && !Plausible(words, marker, body, end))) return (marker, marker);
        return (Before(words, marker), end);
    }

    // "the holder is Tim Hudson": a statement without the word itself.
    static bool IsHolderIs(List<Word> words, int at) =>
        words[at].Text == "holder" && at + 2 < words.Count && words[at + 1].Text == "is" && words[at + 2].Kind == WordKind.Name;

    // A lone "(c)" before letters is more often code or noise than a statement.
    static bool Plausible(List<Word> words, int marker, int body, int end)
    {
        var span = words.GetRange(body, end - body);
        var names = span.FindAll(w => w.Kind is WordKind.Name or WordKind.Company or WordKind.CapitalStop);
        if (span.Exists(w => w.Kind is WordKind.Email or WordKind.Url)) return true;
        if (words.GetRange(marker, body - marker).Exists(w => !w.Text.StartsWith('(')))
            return (names.Count > 0 && words[body].Kind != WordKind.Place && (words[body].Kind != WordKind.CapitalStop || LeadsToCompany(words, body))) || span.Exists(w => w.Kind == WordKind.Group);
        if (words[body].Kind == WordKind.And) return false;
        return names.Exists(w => w.Kind == WordKind.Company) || names.FindAll(w => Shapes.IsPlainName(w.Text)).Count >= 2 || (names.Count == 1 && Shapes.IsAcronym(names[0].Text));
    }

    // The word behind the last one that belongs to the statement.
    static int BodyEnd(List<Word> words, int from, out bool named, out bool dated)
    {
        (named, dated) = (false, false);
        var end = from;
        for (var at = from; at < words.Count && at - from < LongestStatement; at++)
        {
            switch (words[at].Kind)
            {
                case WordKind.Name when StartsSentence(words, at, from): return end;
                case WordKind.Name or WordKind.Company: named = true; end = at + 1; break;
                case WordKind.Year: dated = true; end = at + 1; break;
                case WordKind.Url when at > from && words[at - 1].Line < words[at].Line - 1: return end;
                case WordKind.Email or WordKind.Url: named = true; end = at + 1; break;
                case WordKind.CapitalStop when LeadsToCompany(words, at): named = true; end = at + 1; break;
                case WordKind.CapitalStop when at > from && words[at - 1].Kind is WordKind.Year or WordKind.By && at + 1 < words.Count && words[at + 1].Kind == WordKind.Name && words[at + 1].Line == words[at].Line: named = true; end = at + 1; break;
                case WordKind.Marker when named && !dated && words[at].Text.StartsWith('(') && at + 1 < words.Count && words[at + 1].Kind == WordKind.Year: break;
                case WordKind.Group when named || at > from: named = true; end = at + 1; break;
                case WordKind.Author when at > from && words[at - 1].Line == words[at].Line: named = true; end = at + 1; break;
                case WordKind.Marker when !named && words[at].Text.StartsWith('('): end = at + 1; break;
                case WordKind.Dash when at + 1 < words.Count && words[at + 1].Kind == WordKind.Dash: return end;
                case WordKind.SmallCompany when at > from && words[at - 1].Kind is WordKind.Name or WordKind.Company or WordKind.SmallCompany: named = true; end = at + 1; break;
                case WordKind.Inner when words[at].Text == "The" && at > from && words[at - 1].Text.EndsWith('.'): return end;
                case WordKind.Month when at + 1 < words.Count && (words[at + 1].Kind == WordKind.Year || Shapes.IsShortYear(words[at + 1].Text)): end = at + 1; break;
                case WordKind.Place when named: break;
                case WordKind.And or WordKind.Inner or WordKind.By or WordKind.Dash: break;
                case WordKind.Other when Shapes.IsShortYear(words[at].Text) && at > from && words[at - 1].Kind == WordKind.Month: end = at + 1; break;
                case WordKind.Other when dated && Shapes.IsShortYear(words[at].Text) && (words[at - 1].Kind == WordKind.Year || Shapes.IsShortYear(words[at - 1].Text)): end = at + 1; break;
                case WordKind.Other when IsLowerName(words, at, from): named = true; end = at + 1; break;
                default: return end;
            }
        }
        return end;
    }

    // A capital at a line's start before a small word begins a new thought; mixed capitals (GLib) name a thing.
    static bool StartsSentence(List<Word> words, int at, int from)
    {
        if (at == from || words[at - 1].Line == words[at].Line || at + 1 >= words.Count || words[at - 1].Kind is WordKind.Inner or WordKind.And or WordKind.By or WordKind.Dash || words[at - 1].Text.EndsWith(',')) return false;
        if (words[at + 1].Line != words[at].Line) return false;
        return words[at + 1].Kind == WordKind.Other && Shapes.IsLowerWord(words[at + 1].Text);
    }

    // "Free Software Foundation", "The Android Open Source Project": capitals up to a company's word.
    static bool LeadsToCompany(List<Word> words, int at)
    {
        for (var next = at + 1; next < words.Count && next < at + 6; next++)
        {
            if (words[next].Kind == WordKind.Company && char.IsAsciiLetterUpper(words[next].Text[0])) return true;
            if (words[next].Kind is not (WordKind.Name or WordKind.CapitalStop or WordKind.And or WordKind.Inner)) return false;
        }
        return false;
    }

    // "2013 cowboy Ben Alman", "2011 dreamerslab <ben@...>", "Signal 11 Software".
    static bool IsLowerName(List<Word> words, int at, int from)
    {
        if (words[at].Text.Length > 20 || at == 0) return false;
        if (at + 1 >= words.Count || words[at + 1].Line != words[at].Line) return words[at - 1].Kind == WordKind.Year && Shapes.IsLowerWord(words[at].Text) && words[at].Text.Length > 3;
        var next = words[at + 1].Kind;
        if (Array.TrueForAll(words[at].Text.ToCharArray(), char.IsAsciiDigit))
            return words[at].Text.Length < 4 && (next == WordKind.Company || (next == WordKind.Name && words[at - 1].Kind == WordKind.Name));
        if (next == WordKind.Email && words[at - 1].Kind == WordKind.Name) return Shapes.IsLowerWord(words[at].Text);
        return words[at - 1].Kind is WordKind.Year or WordKind.By && Shapes.IsLowerWord(words[at].Text) && next is WordKind.Name or WordKind.Email or WordKind.Url or WordKind.Company;
    }

    // "Portions Copyright", "Portions created by the Initial Developer are Copyright".
    static int Before(List<Word> words, int marker)
    {
        if (marker > 0 && words[marker - 1].Kind == WordKind.Portion) return marker - 1;
        for (var at = marker - 1; at >= Math.Max(0, marker - 9); at--)
            if (words[at].Kind == WordKind.Portion && at + 2 < marker && words[at + 1].Kind == WordKind.Made && words[at + 2].Kind == WordKind.By && words[at + 3].Text == "the") return at;
        return marker;
    }

    // "Vlad Roubtsov, (c) 2004".
    static int NameBefore(List<Word> words, int marker)
    {
        var at = marker;
        while (at > 0 && marker - at < 5 && words[at - 1].Kind is WordKind.Name or WordKind.Company && words[at - 1].Line == words[marker].Line) at--;
        return at;
    }

    static CopyrightEvidence? Statement(List<Word> words, int start, int end)
    {
        var text = Join(words, start, end);
        if (text.EndsWith(')') && text.Count(c => c == ')') > text.Count(c => c == '(')) text = text[..^1];
        return text.Length == 0 ? null : new(text, Holders(words, start, end), words[start].Line);
    }

    static string Join(List<Word> words, int start, int end) =>
        string.Join(' ', words.Skip(start).Take(end - start).Select(w => w.Text)).Trim(' ', ',', '-', ';', ':').TrimEnd('.', ' ', ',');

    static ImmutableArray<string> Holders(List<Word> words, int start, int end)
    {
        var first = start;
        while (first < end && words[first].Kind == WordKind.Portion && first + 1 < end && words[first + 1].Kind is WordKind.Made) first = Marker(words, first, end);
        var kept = words.Skip(first).Take(end - first)
            .Where(w => w.Kind is not (WordKind.Marker or WordKind.Year or WordKind.Email or WordKind.Url or WordKind.Dash or WordKind.Portion) && !Shapes.IsShortYear(w.Text))
            .SkipWhile(w => w.Text is "holder" or "is" || w.Kind is WordKind.By or WordKind.And or WordKind.Other)
            .Select(w => w.Text);
        var holder = string.Join(' ', kept).Trim(' ', ',', '-', ';', ':', '(').TrimEnd('.', ' ', ',');
        if (holder.EndsWith(')') && !holder.Contains('(', StringComparison.Ordinal)) holder = holder[..^1];
        return holder.Length < 2 ? [] : [holder];
    }

    static int Marker(List<Word> words, int from, int end)
    {
        while (from < end && words[from].Kind != WordKind.Marker) from++;
        return from;
    }
}
