namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>
/// Reads copyright statements from tagged words: [Portions] marker+ (years | names | addresses | connectors)*, or a name before
/// the marker when none stands behind it.
/// </summary>
internal static class StatementReader
{
    public static void Read(List<Word> words, List<CopyrightEvidence> into, List<(int Start, int End)> taken)
    {
        taken.Clear();
        DropRights(words);
        for (var at = 0; at < words.Count;)
        {
            if (words[at].Kind != WordKind.Marker && !IsHolderIs(words, at)) { at++; continue; }
            var (start, end) = words[at].Kind == WordKind.Marker ? Extent(words, at) : (at, StatementBody.End(words, at + 2, out _, out _));
            if (end > at && Statement(words, start, end) is { } statement)
            {
                into.Add(statement);
                taken.Add((start, end));
            }
            at = Math.Max(end, at + 1);
        }
    }

    // "Copyright (c) All rights reserved 2004 Ada Wren", "Ada Wren, all rights reserved, (c) 2004": the words in between say nothing here.
    static void DropRights(List<Word> words)
    {
        // "2016 and later Heron, Inc."
        for (var at = words.Count - 1; at > 1; at--)
            if (words[at].Text is "later" or "later:" && words[at - 1].Kind == WordKind.And && words[at - 2].Kind == WordKind.Year) words.RemoveRange(at - 1, 2);
        for (var at = words.Count - 3; at > 0; at--)
        {
            if (at + 2 >= words.Count || words[at + 1].Kind != WordKind.Rights || words[at + 2].Kind != WordKind.Rights || !words[at].Text.Equals("all", StringComparison.OrdinalIgnoreCase)) continue;
            var next = at + 3 < words.Count ? words[at + 3] : default;
            if (words[at - 1].Kind == WordKind.Marker || (next.Kind == WordKind.Marker && next.Line == words[at].Line && words[at - 1].Kind is WordKind.Name or WordKind.Company)) words.RemoveRange(at, 3);
        }
    }

    static (int Start, int End) Extent(List<Word> words, int marker)
    {
        var body = marker;
        while (body < words.Count && words[body].Kind == WordKind.Marker) body++;
        // "Copyright: Copyright 1998": the label is no part of the statement.
        while (marker + 1 < body && !words[marker].Text.StartsWith('(') && !words[marker + 1].Text.StartsWith('(')) marker++;
        // "(c) Copyright (c)"
        if (body - marker > 2 && words[marker].Text.StartsWith('(') && !words[marker + 1].Text.StartsWith('(')) marker++;
        var end = StatementBody.End(words, body, out var named, out var dated);
        if (!named && dated && words.GetRange(body, end - body).TrueForAll(w => w.Kind != WordKind.Year || Shapes.IsPlaceholder(w.Text))) return (marker, marker);
        if (!named && dated && NameBefore(words, marker) is var name && name < marker) return (name, end);
        if (!named && dated && AuthorReader.Below(words, end) is var author && author > end) return (Before(words, marker), author);
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
        var markers = words.GetRange(marker, body - marker);
        if (markers[^1].Text.EndsWith(',')) return false;
        // "COPYRIGHT" as a heading, "the copyright agent".
        var bare = markers.TrueForAll(w => !w.Text.StartsWith('(')) && words[body].Kind != WordKind.By && !Leads.ToCompany(words, body);
        if (bare && (words[body].Line != words[body - 1].Line || !span.Exists(w => w.Kind is WordKind.Company or WordKind.Group or WordKind.Author) && span.Count(w => w.Kind == WordKind.Name) == 1 && !IsWholeLine(words, marker, body, end))) return false;
        // "Copyright: IMPLIED WARRANTIES OF MERCHANTABILITY": shouting, no names.
        if (bare && names.Count > 1 && names.TrueForAll(w => w.Kind != WordKind.Company && !w.Text.AsSpan().ContainsAnyInRange('a', 'z'))) return false;
        // "Copyright: NOT LIMITED TO", "Copyright: of its contributors may": lines of a licence, each behind the same label.
        if (markers.TrueForAll(w => !w.Text.StartsWith('(')) && words[body].Text != "FREE" && words[body].Kind is WordKind.CapitalStop or WordKind.Company && !span.Exists(w => w.Text.AsSpan().ContainsAnyInRange('a', 'z'))) return false;
        if (bare && words[body].Text == "of" && words[body + 1].Text is "its" or "their") return false;
        if (markers.Exists(w => !w.Text.StartsWith('(')))
            return (names.Count > 0 && words[body].Kind != WordKind.Place && (words[body].Kind != WordKind.CapitalStop || Leads.ToCompany(words, body)))
                || span.Exists(w => w.Kind == WordKind.Group);
        if (words[body].Kind == WordKind.And || IsListItem(words, marker, body, end)) return false;
        return names.Exists(w => w.Kind == WordKind.Company) || names.FindAll(w => Shapes.IsPlainName(w.Text)).Count >= 2 || (names.Count == 1 && Shapes.IsAcronym(names[0].Text));
    }

    // "Copyright HERON", "copyright: heron.org", alone on a line, or "copyright of HERON".
    static bool IsWholeLine(List<Word> words, int marker, int body, int end)
    {
        var name = words[end - 1].Text.TrimEnd('.');
        if (!(Shapes.IsAcronym(name) || Shapes.IsDomain(name)) || !words[marker].Text.AsSpan().ContainsAnyInRange('a', 'z')) return false;
        return words[body].Text == "of" || ((marker == 0 || words[marker - 1].Line != words[marker].Line) && (end >= words.Count || words[end].Line != words[body].Line));
    }

    // "(c) Software Activation.", "(c) The Nest shall mean": a point of a list.
    static bool IsListItem(List<Word> words, int marker, int body, int end) =>
        body == marker + 1 && (marker == 0 || words[marker - 1].Line != words[marker].Line)
        && (words[body].Kind == WordKind.Company || (end < words.Count && words[end].Line == words[end - 1].Line && (words[end].Kind is WordKind.Small or WordKind.Other || words[end].Text == "may") && !words[end - 1].Text.EndsWith('.') && !words[end - 1].Text.EndsWith(',')));

    // "Portions Copyright", "Portions created by the Initial Developer are Copyright".
    static int Before(List<Word> words, int marker)
    {
        if (marker > 0 && words[marker - 1].Kind == WordKind.Portion && words[marker - 1].Line == words[marker].Line) return marker - 1;
        for (var at = marker - 1; at >= Math.Max(0, marker - 9); at--)
            if (words[at].Kind == WordKind.Portion && at + 2 < marker && words[at + 1].Kind == WordKind.Made && words[at + 2].Kind == WordKind.By && words[at + 3].Text == "the") return at;
        return marker;
    }

    // "Ada Wren, (c) 2004", "Bo Finch <bo@finch.dev> (c) 2001".
    static int NameBefore(List<Word> words, int marker)
    {
        var at = marker;
        // "Created by Ada Wren, May 28, 2013 Copyright 2013"
        while (at > 1 && words[at - 1].Line == words[marker].Line && words[at - 1].Kind is WordKind.Year or WordKind.Month || (at > 1 && at < marker && Shapes.IsShortYear(words[at - 1].Text) && words[at - 1].Line == words[marker].Line)) at--;
        if (at < marker && !words[at - 1].Text.EndsWith(',')) at = marker;
        while (at > 0 && marker - at < 7 && words[at - 1].Line == words[marker].Line && words[at - 1].Kind is WordKind.Name or WordKind.Company or WordKind.Email or WordKind.Group) at--;
        while (at < marker && words[at].Kind != WordKind.Name) at++;
        return at;
    }

    static CopyrightEvidence? Statement(List<Word> words, int start, int end)
    {
        if (IsPlaceholder(words, end)) return null;
        if (IsState(words, start, end)) end--;
        var text = Join(words, start, end);
        if (text.EndsWith(')') && text.Count(c => c == ')') > text.Count(c => c == '(')) text = text[..^1];
        // "(Copyright Ada Wren, 1996)"
        if (text.StartsWith('(') && words[start].Text.Length > 3 && text.LastIndexOf('(') == 0) text = text.Trim('(', ')');
        return text.Length == 0 ? null : new(text, Holders.Of(words, FirstOfHolder(words, start, end), end), words[start].Line);
    }

    // "Copyright 2005 M. Y. Name": the model notice of a licence.
    static bool IsPlaceholder(List<Word> words, int end) =>
        end > 2 && words[end - 1].Text == "Name" && words[end - 2].Text == "Y." && words[end - 3].Text == "M.";

    // The postal codes of the United States.
    const string States = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY";

    // "Heron Inc., Mountain View, CA"
    static bool IsState(List<Word> words, int start, int end) =>
        end - start > 3 && words[end - 1] is { Kind: WordKind.Name } state && state.Text.TrimEnd('.') is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']
        && States.Contains(state.Text.TrimEnd('.'), StringComparison.Ordinal) && words[end - 2] is { Kind: WordKind.Name } town && town.Text.EndsWith(',') && words[end - 3].Kind is WordKind.Name;

    static string Join(List<Word> words, int start, int end) =>
        string.Join(' ', words.Skip(start).Take(end - start).Select(w => w.Text)).TrimStart(' ', ',', '-', ';', ':').TrimEnd('.', ' ', ',', '/', ';', ':') is var text && text.EndsWith(" -", StringComparison.Ordinal) ? text.TrimEnd('-', ' ', ',', '.') : text;

    // "Portions created by X are Copyright (c) X": the holder stands behind the marker.
    static int FirstOfHolder(List<Word> words, int start, int end)
    {
        while (start < end && words[start].Kind == WordKind.Portion && start + 1 < end && words[start + 1].Kind is WordKind.Made) start = Marker(words, start, end);
        return start;
    }

    static int Marker(List<Word> words, int from, int end)
    {
        while (from < end && words[from].Kind != WordKind.Marker) from++;
        return from;
    }
}
