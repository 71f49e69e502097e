namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>Reads who is named as an author: "Author: X", "@author X", "written by X", "by X (with an address)".</summary>
internal static class AuthorReader
{
    const int Longest = 60;

    public static void Read(List<Word> words, List<AuthorEvidence> into, List<(int Start, int End)> taken)
    {
        for (var at = 0; at < words.Count;)
        {
            var start = Start(words, at, out var needsAddress);
            if (start < 0 || IsHolder(words, at, start, needsAddress, taken)) { at++; continue; }
            var end = End(words, start, out var named, out var address);
            if (end > start && named && !(needsAddress && (TellsOrigin(words, at) || Asides.IsCompanion(words, at))) && !Asides.Opens(words, at) && !IsProduct(words, at, start, end, address) && (address || !needsAddress) && !(needsAddress && IsAloneBelow(words, start)) && Plausible(words, start, end)) into.Add(new(Join(words, start, end), words[start].Line));
            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>Where the author ends who stands on the line below a statement of years alone ("Copyright (C) 2016\n Author: Ada Wren"), or <paramref name="at"/>.</summary>
    public static int Below(List<Word> words, int at)
    {
        if (at == 0 || at + 1 >= words.Count || words[at].Kind != WordKind.AuthorLabel || !words[at].Text.Equals("author", StringComparison.OrdinalIgnoreCase) || words[at].Line != words[at - 1].Line + 1) return at;
        var end = End(words, at + 1, out var named, out _);
        return named && end > at + 1 && Plausible(words, at + 1, end) ? end : at;
    }

    // "Rewritten by Ada Wren (C) 2003": who stands in a statement is its holder.
    static bool IsHolder(List<Word> words, int at, int start, bool needsAddress, List<(int Start, int End)> taken)
    {
        if (!needsAddress && words[at].Kind is not (WordKind.AuthorLabel or WordKind.Made)) return false;
        // "Copyright (C) 2013 by the following authors:": those in the list hold the copyright.
        if (words[at].Kind == WordKind.AuthorLabel && at > 2 && words[at - 1].Text is "following" && words[at - 1].Line == words[at].Line && taken.Exists(t => t.End <= at && t.End > at - 4)) return true;
        var first = words[at].Kind == WordKind.AuthorLabel ? at : start;
        return taken.Exists(t => t.Start <= first && first < t.End);
    }

    // "Based on tda9855.c by Ada Wren <ada@nest.io>": the author of something else.
    static bool TellsOrigin(List<Word> words, int by)
    {
        for (var at = by - 1; at > Math.Max(0, by - 6) && words[at].Line == words[by].Line; at--)
            if (words[at].Text == "on" && words[at - 1].Text.Equals("based", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "elements created by Heron": one word that nothing makes a person or a company.
    static bool IsProduct(List<Word> words, int at, int start, int end, bool address)
    {
        if (address || !words[at].Text.Equals("created", StringComparison.OrdinalIgnoreCase)) return false;
        var range = words.GetRange(start, end - start).FindAll(w => w.Line == words[start].Line);
        return !range.Exists(w => w.Kind is WordKind.Company or WordKind.Group) && (range.Count(w => w.Kind == WordKind.Name) < 2 || range.Exists(w => w.Kind == WordKind.And || w.Text is "IDEA" or "Studio"));
    }

    // "work by\n<ada@nest.io>": an address without a name on the next line is too far.
    static bool IsAloneBelow(List<Word> words, int start) => words[start].Kind == WordKind.Email && words[start].Line != words[start - 1].Line;

    static bool Plausible(List<Word> words, int start, int end)
    {
        var range = words.GetRange(start, end - start);
        if ((range[0].Kind is WordKind.Inner && range[0].Text is not ("the" or "The" or "van" or "de" or "von")) || range[0].Kind == WordKind.And) return false;
        if (range.Exists(w => w.Kind == WordKind.Email)) return true;
        if (range[0].Text == "the" && range.Exists(w => w.Text is "Initial" or "Licensee" or "Licensor" or "LICENSEE" or "LICENSOR" || w.Text.StartsWith("LICENSEE", StringComparison.Ordinal))) return false;
        return range.Exists(w => Shapes.IsPlainName(w.Text) || w.Kind is WordKind.Company or WordKind.SmallCompany or WordKind.Group) && !range[0].Text.StartsWith("AS", StringComparison.Ordinal);
    }

    // Where the names begin that the words at `at` introduce, or -1.
    static int Start(List<Word> words, int at, out bool needsAddress)
    {
        needsAddress = false;
        switch (words[at].Kind)
        {
            case WordKind.Author when !Introduces(words, at) || IsAddressOfAuthor(words, at): return -1;
            case WordKind.Author or WordKind.AuthorLabel:
                var next = at + 1;
                while (next < words.Count && words[next].Kind is WordKind.Dash or WordKind.By) next++;
                return IsNameOfObject(words, at, next) ? next + 1 : next;
            // "Portions created by X are Copyright" is a statement, not an author's.
            case WordKind.Made when at + 1 < words.Count && words[at + 1].Kind == WordKind.By:
                return at > 0 && words[at - 1].Kind == WordKind.Portion ? -1 : Asides.IsCommunity(words, at + 3) ? at + 3 : at + 2;
            // "Developed and maintained by X"
            case WordKind.Made when at + 3 < words.Count && words[at + 1].Kind == WordKind.And && words[at + 2].Kind == WordKind.Made && words[at + 3].Kind == WordKind.By:
                return at + 4;
            // "support added by\n Ada Wren <ada@nest.io>", where it is no report or review.
            case WordKind.By when at + 1 < words.Count && words[at + 1].Line != words[at].Line:
                needsAddress = true;
                return at > 0 && words[at - 1].Line == words[at].Line && words[at - 1].Text is "added" or "Added" && words[at + 1].Kind == WordKind.Name ? at + 1 : -1;
            case WordKind.By:
                needsAddress = true;
                return at + 1;
            default:
                return -1;
        }
    }

    // "author": { "name": "Ada Wren" } of a manifest, also over two lines. One word alone is more often a type: "author: { name: String }".
    static bool IsNameOfObject(List<Word> words, int label, int at) =>
        words[label].Kind == WordKind.AuthorLabel && at + 2 < words.Count && words[at].Text == "name" && words[at].Line - words[label].Line <= 1
        && words[at + 1].Kind is WordKind.Name or WordKind.Company && words[at + 2].Kind is WordKind.Name or WordKind.Company && words[at + 2].Line == words[at].Line;

    // "Author URI: http://nest.io"
    static bool IsAddressOfAuthor(List<Word> words, int at) => at + 1 < words.Count && words[at + 1].Line == words[at].Line && words[at + 1].Text is "URI" or "URL";

    // "the authors. The Society" and "the GCC maintainers" introduce nobody.
    static bool Introduces(List<Word> words, int at) =>
        !words[at].Text.EndsWith('.') && (at < 2 || words[at - 2].Line != words[at].Line || words[at - 1].Kind is not (WordKind.Name or WordKind.Inner or WordKind.And or WordKind.Year or WordKind.Company));

    static int End(List<Word> words, int from, out bool named, out bool address)
    {
        (named, address) = (false, false);
        var end = from;
        for (var at = from; at < words.Count && at - from < Longest; at++)
        {
            var role = words[at].Kind;
            if (role == WordKind.Inner && words[at].Text == "The" && at > from && words[at - 1].Text.EndsWith('.')) return end;
            if (role is WordKind.And or WordKind.Inner || (named && Leads.IsCapacity(words, at)) || (role == WordKind.Place && named && words[at - 1].Kind is not (WordKind.Email or WordKind.Url) && LeadsOn(words, at))) continue;
            if (named && Asides.IsNickname(words, at))
            {
                address = true;
                return at + 1;
            }
            if (named && Asides.MaintainerBelow(words, at) is > 0 and var label) { at += label - 1; continue; }
            if (!IsPart(words, at, from, named)) return end;
            if (role is WordKind.Other or WordKind.Small && IsSmallTeam(words, at)) at++;
            (named, address, end) = (true, address || role == WordKind.Email, at + 1);
            if (role == WordKind.Email && RemarkBehind(words, at) is > 0 and var remark)
            {
                for (var i = at + 1; i <= at + remark; i++) words[i] = words[i] with { Text = "", Kind = WordKind.Inner };
                continue;
            }
            if (role == WordKind.Url || (address && EndsWithAddress(words, at)) || ClosesAside(words, from, at)) return end;
        }
        return end;
    }

    static bool IsPart(List<Word> words, int at, int from, bool named) => words[at].Kind switch
    {
        WordKind.Name => !(at > from && StatementBody.EndsAt(words, at)) && !StatementBody.StartsSentence(words, at, from),
        WordKind.CapitalStop => !(at > from && StatementBody.EndsAt(words, at)) && Leads.ToCompany(words, at),
        WordKind.Company or WordKind.Email => true,
        WordKind.Group or WordKind.SmallCompany => named || Asides.IsCommunity(words, at),
        WordKind.Small => (SmallNames.IsPart(words, at, from) && (at > from || words[from - 1].Kind != WordKind.Author)) || IsSmallTeam(words, at) || (words[at].Text.EndsWith(',') && named && words[at - 1].Text.EndsWith(',')),
        WordKind.Other => IsSmallTeam(words, at),
        // "The Heron Foundation (http://heron.org/)"
        WordKind.Url => named && words[at - 1].Line == words[at].Line && words[at - 1].Kind != WordKind.Dash,
        _ => false,
    };

    static bool LeadsOn(List<Word> words, int at) =>
        at + 1 < words.Count && (words[at + 1].Kind is WordKind.Name or WordKind.Company
            || (at + 2 < words.Count && words[at + 1].Text == "the" && words[at + 2].Kind is WordKind.Name or WordKind.Company));

    // An address ends an author, unless a comma or "and" leads to another name.
    static bool EndsWithAddress(List<Word> words, int at)
    {
        if (at + 1 >= words.Count || words[at].Kind != WordKind.Email) return false;
        if (words[at + 1].Kind == WordKind.And || words[at].Text.EndsWith(','))
        {
            var next = at + 1;
            // "ada@nest.io or wren@nest.io": both are hers.
            if (next + 1 < words.Count && words[next].Text == "or" && words[next + 1].Kind == WordKind.Email) return false;
            while (next < words.Count && words[next].Kind == WordKind.And) next++;
            return next >= words.Count || words[next].Kind is WordKind.Email or WordKind.By;
        }
        return words[at + 1].Line != words[at].Line && !IsNextAuthor(words, at + 1 + Asides.MaintainerBelow(words, at + 1));
    }

    // "Author: Ada Wren <ada@nest.io>\n        Bo Finch\n        Cy Reed <cy@reed.dev>": lines of a name and an address, and nothing else.
    static bool IsNextAuthor(List<Word> words, int from)
    {
        for (var at = from; at < words.Count && at - from < 9; at++)
        {
            if (words[at].Kind == WordKind.Email) return at > from && (at + 1 >= words.Count || words[at + 1].Line != words[at].Line);
            if (words[at].Kind != WordKind.Name && !(at > from && words[at].Kind == WordKind.Inner)) return false;
        }
        return false;
    }

    // "Ada Wren <ada@nest.io>  the first nest\nBo Finch <bo@finch.dev>": how many words stand between an author and the one on the next line, or 0.
    static int RemarkBehind(List<Word> words, int at)
    {
        var next = at + 1;
        while (next < words.Count && words[next].Line == words[at].Line)
            if (words[next++].Kind is WordKind.Email or WordKind.By or WordKind.And or WordKind.Marker or WordKind.Year) return 0;
        if (next == at + 1 || next >= words.Count || words[next].Line != words[at].Line + 1) return 0;
        for (var name = next; name < Math.Min(words.Count, next + 5) && words[name].Line == words[next].Line; name++)
        {
            if (words[name].Kind == WordKind.Email) return name > next ? next - at - 1 : 0;
            if (words[name].Kind != WordKind.Name) return 0;
        }
        return 0;
    }

    // "(contributed by Ada Wren) Write ..."
    static bool ClosesAside(List<Word> words, int from, int at)
    {
        if (!words[at].Text.EndsWith(')')) return false;
        var depth = 0;
        for (var i = from; i <= at; i++) depth += words[i].Text.Count(c => c == '(') - words[i].Text.Count(c => c == ')');
        return depth < 0;
    }

    // "the pkg-bazaar team", "the 3L project".
    static bool IsSmallTeam(List<Word> words, int at) =>
        at > 0 && words[at - 1].Text == "the" && at + 1 < words.Count && words[at + 1].Text.TrimEnd('.', ',') is "team" or "project" or "group" or "community" or "developers";

    static string Join(List<Word> words, int start, int end)
    {
        var text = string.Join(' ', words.Skip(start).Take(end - start).Where(w => w.Text.Length > 0 && !Asides.IsSpelledOut(w)).Select(w => w.Text)).Trim(' ', ',', '-', ';', ':').TrimEnd(',', ' ', '/', '\'');
        var unopened = text.TrimEnd('.').EndsWith(')') && text.Count(c => c == ')') > text.Count(c => c == '(');
        return unopened ? text.TrimEnd('.')[..^1] : text;
    }
}
