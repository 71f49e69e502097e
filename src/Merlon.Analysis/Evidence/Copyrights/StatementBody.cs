namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>Finds how far a copyright statement goes behind its marker: years, names, addresses and what connects them.</summary>
internal static class StatementBody
{
    const int Longest = 120;
    const int LongestAside = 10;

    /// <summary>What a word does for the statement.</summary>
    enum Role { Stops, Passes, Counts, Dates, Names }

    /// <summary>The word behind the last one that belongs to the statement whose body starts at <paramref name="from"/>.</summary>
    public static int End(List<Word> words, int from, out bool named, out bool dated)
    {
        (named, dated) = (false, false);
        var end = from;
        for (var at = from; at < words.Count && at - from < Longest; at++)
        {
            var role = RoleOf(words, at, from, named, dated);
            if (role == Role.Stops) break;
            if (role == Role.Passes) continue;
            named |= role == Role.Names;
            dated |= role == Role.Dates;
            end = at + 1;
        }
        return end;
    }

    static Role RoleOf(List<Word> words, int at, int from, bool named, bool dated) => words[at].Kind switch
    {
        WordKind.Name => IsForeign(words, at, from) || StartsSentence(words, at, from) || EndsAt(words, at) || NamesLicense(words, at) || IsNewSentence(words, at) || (named && IsNews(words, at)) ? Role.Stops : Role.Names,
        WordKind.Company when at > from && words[at - 1].Line != words[at].Line && (EndsAt(words, at) || (words[at - 1].Kind == WordKind.Year && words[at - 1].Text.EndsWith('.') && IsLateYear(words, at - 1))) => Role.Stops,
        WordKind.Company => If(words[at].Text != "AS" || (at > from && words[at - 1].Kind is WordKind.Name or WordKind.Company), Role.Names),
        WordKind.Year => named && dated && IsNews(words, at) ? Role.Stops : Role.Dates,
        // A second address of the same holder.
        WordKind.Email when at > from + 1 && words[at - 1].Text == "," && words[at - 2].Kind == WordKind.Email && words[at].Text.StartsWith('<') => Role.Stops,
        WordKind.Email => If(!(at > from && words[at - 1].Kind == WordKind.Email && words[at - 1].Text.EndsWith(',') && words[at].Text.StartsWith('<')), Role.Names),
        WordKind.Url => at > from && words[at - 1].Line < words[at].Line - 1 ? Role.Stops : Role.Names,
        WordKind.Marker => MarkerRole(words, at, named, dated),
        WordKind.Group => If(at > from, Role.Names),
        WordKind.Author => If(at > from && words[at - 1].Line == words[at].Line && words[at - 1].Kind != WordKind.Email, Role.Names),
        WordKind.Month when at + 1 < words.Count && words[at + 1].Kind == WordKind.Name && words[at + 1].Line == words[at].Line => Role.Names,
        WordKind.Month => If(at + 1 < words.Count && (words[at + 1].Kind == WordKind.Year || Shapes.IsShortYear(words[at + 1].Text)), Role.Counts),
        WordKind.Dash => at + 1 < words.Count && words[at + 1].Kind == WordKind.Dash ? Role.Stops : Role.Passes,
        WordKind.SmallCompany when at > from && words[at - 1].Text == "the" && at + 1 < words.Count && words[at + 1].Kind == WordKind.Name => Role.Passes,
        WordKind.SmallCompany => If(at > from && words[at - 1].Kind is WordKind.Name or WordKind.Company or WordKind.SmallCompany or WordKind.Small or WordKind.Group, Role.Names),
        WordKind.Inner when words[at].Text.StartsWith('(') => Role.Stops,
        WordKind.Inner => words[at].Text == "The" && at > from && words[at - 1].Text.EndsWith('.') && words[at - 1].Kind != WordKind.Year ? Role.Stops : Role.Passes,
        WordKind.Place => If(named && words[at - 1].Kind is not (WordKind.Email or WordKind.Url), Role.Passes),
        WordKind.By => at > from && named && (words[at - 1].Kind is WordKind.Email or WordKind.Url || (dated && words[at - 1].Line != words[at].Line)) ? Role.Stops : Role.Passes,
        WordKind.And => Role.Passes,
        WordKind.CapitalStop => CapitalRole(words, at, from, named),
        WordKind.Small => SmallRole(words, at, from),
        WordKind.Other => OtherRole(words, at, from, dated),
        _ => Role.Stops,
    };

    static Role If(bool holds, Role role) => holds ? role : Role.Stops;

    static Role MarkerRole(List<Word> words, int at, bool named, bool dated)
    {
        if (!words[at].Text.StartsWith('(')) return If(named && !dated && DatesWhatIsNamed(words, at), Role.Passes);
        if (!named) return Role.Counts;
        return If(!dated && at + 1 < words.Count && words[at + 1].Kind == WordKind.Year, Role.Passes);
    }

    // "Copyrighted by Ada Wren and Heron University, Copyright (c) 1993-2009": the years of what was named.
    static bool DatesWhatIsNamed(List<Word> words, int at)
    {
        if (!words[at - 1].Text.EndsWith(',')) return false;
        var line = words[at].Line;
        while (at < words.Count && words[at].Kind == WordKind.Marker) at++;
        return at < words.Count && words[at].Kind == WordKind.Year && words[at].Line == line && (at + 1 >= words.Count || !words[at].Text.EndsWith(',') || words[at + 1].Kind != WordKind.Name);
    }

    // "07-Sep-99 bug fixes", "1999-03-10 Improved": an entry of a log on the next line.
    static bool IsNews(List<Word> words, int at) =>
        words[at - 1].Line != words[at].Line && char.IsAsciiDigit(words[at].Text[0]) && (words[at].Kind == WordKind.Name || words[at].Text.Count(c => c is '-' or '/') > 1);

    static Role CapitalRole(List<Word> words, int at, int from, bool named)
    {
        if (EndsAt(words, at) || NamesLicense(words, at)) return Role.Stops;
        if (at == from && Leads.IsHolder(words[at])) return If(Leads.IsHolderLabel(words, at), Role.Passes);
        if (words[at].Text == "Source" && at > from && words[at - 1].Text == "Open") return Role.Names;
        if (Leads.ToCompany(words, at)) return Role.Names;
        if (Leads.ToGroup(words, at)) return Role.Passes;
        if (at == from) return If(Leads.IsHolderLabel(words, at), Role.Passes);
        var before = words[at - 1];
        // "Michael C. Two"
        if (before.Line == words[at].Line && before.Text is [>= 'A' and <= 'Z', '.']) return Role.Names;
        if (IsSurname(words, at) || (words[at].Text.TrimStart('(') is "Grant" or "Will" && at + 1 < words.Count && words[at + 1].Kind == WordKind.Name && words[at + 1].Line == words[at].Line)) return Role.Names;
        return If(!named && before.Kind is WordKind.Year or WordKind.By && at + 1 < words.Count && words[at + 1].Kind == WordKind.Name && words[at + 1].Line == words[at].Line, Role.Names);
    }

    // "2008 Jim Law", "and Mark Page <mark@page.org>"
    static bool IsSurname(List<Word> words, int at)
    {
        if (at < 2 || words[at - 1].Kind != WordKind.Name || words[at - 1].Line != words[at].Line || words[at - 1].Text.EndsWith(',')) return false;
        if (words[at - 2].Kind is not (WordKind.Year or WordKind.By or WordKind.And or WordKind.Marker)) return false;
        return at + 1 >= words.Count || words[at + 1].Line != words[at].Line || words[at + 1].Kind is WordKind.Dash or WordKind.Email or WordKind.And;
    }

    static Role SmallRole(List<Word> words, int at, int from)
    {
        if (words[at].Text is "(tm)" or "(r)" or "(sm)" || Leads.IsCapacity(words, at) || Leads.ToGroup(words, at) || (at == from && Leads.IsHolderLabel(words, at))) return Role.Passes;
        if ((at > from && IsProgram(words, at)) || Leads.ToFileOfNames(words, at)) return Role.Passes;
        return If(!words[at].Text.StartsWith('(') && !(at > from && EndsAt(words, at)) && SmallNames.IsPart(words, at, from), Role.Names);
    }

    static Role OtherRole(List<Word> words, int at, int from, bool dated)
    {
        var (text, before) = (words[at].Text, at > from ? words[at - 1] : default);
        if (Leads.ToFileOfNames(words, at)) return Role.Passes;
        if (text.TrimEnd('.', ',') == "file" && before is { Kind: WordKind.Author or WordKind.Name } && before.Line == words[at].Line && Leads.InFileOfNames(words, at - 1)) return Role.Names;
        if (text is "(tm)" or "(r)" or "(sm)" || Leads.IsCapacity(words, at) || Leads.ToGroup(words, at) || (at == from && Leads.IsHolderLabel(words, at))) return Role.Passes;
        if (Leads.IsApposition(words, at) || (text == "to" && before.Kind == WordKind.Group && Leads.ToProject(words, at + 1))) return Role.Passes;
        if (text == "to" && before.Kind == WordKind.Year && at + 1 < words.Count && words[at + 1].Kind == WordKind.Year) return Role.Passes;
        if (Shapes.IsShortYear(text) && before.Kind == WordKind.Month) return Role.Counts;
        if (dated && at > from && Shapes.IsShortYear(text) && (before.Kind == WordKind.Year || Shapes.IsShortYear(before.Text))) return Role.Counts;
        return If(at > from && (IsNumberInName(words, at) || IsNumberInAddress(words, at)), Role.Names);
    }

    // "Heron Inc.,\n901 San Antonio Road, Palo Alto, California, 94303, U.S.A."
    static bool IsNumberInAddress(List<Word> words, int at)
    {
        var digits = words[at].Text.TrimEnd(',');
        if (IsHouse(words, at, digits)) return true;
        return digits.Length is >= 2 and <= 5 && digits.All(char.IsAsciiDigit) && words[at - 1].Text.EndsWith(',') && words[at - 1].Kind is WordKind.Company or WordKind.Name
            && at + 1 < words.Count && words[at + 1].Kind == WordKind.Name && words[at + 1].Line == words[at].Line && words[at + 1].Line - words[at - 1].Line <= 1;
    }

    // "Heron AG, Reedstr. 30, 8048 Zuerich", and the town's number behind it.
    static bool IsHouse(List<Word> words, int at, string digits)
    {
        if (digits.Length is 0 or > 5 || !digits.All(char.IsAsciiDigit) || at < 2 || at + 1 >= words.Count || words[at + 1].Line != words[at].Line) return false;
        if (words[at - 1].Kind == WordKind.Name && words[at].Text.EndsWith(',') && words[at - 2].Text.EndsWith(',')) return char.IsAsciiDigit(words[at + 1].Text[0]);
        return words[at - 1].Text.EndsWith(',') && char.IsAsciiDigit(words[at - 1].Text[0]) && words[at - 1].Kind == WordKind.Other && words[at + 1].Kind == WordKind.Name && words[at + 1].Line == words[at].Line;
    }

    // "Ada Wren (minizip) <ada@nest.io>": what she made, before her address.
    static bool IsProgram(List<Word> words, int at) =>
        words[at].Text is ['(', .. { Length: > 1 }, ')'] && words[at - 1].Kind == WordKind.Name && words[at - 1].Line == words[at].Line
        && at + 1 < words.Count && words[at + 1].Line == words[at].Line && words[at + 1].Kind is WordKind.Email or WordKind.Url;

    // "Signal 11 Software", "Group 42, Inc."
    static bool IsNumberInName(List<Word> words, int at)
    {
        var digits = words[at].Text.TrimEnd(',');
        if (digits.Length is 0 or > 3 || !digits.All(char.IsAsciiDigit) || at + 1 >= words.Count || words[at + 1].Line != words[at].Line) return false;
        var next = words[at + 1].Kind;
        return next is WordKind.Company or WordKind.SmallCompany || (next == WordKind.Name && words[at - 1].Kind == WordKind.Name);
    }

    /// <summary>A capital at a line's start before a small word begins a new thought; mixed capitals (GLib) name a thing.</summary>
    public static bool StartsSentence(List<Word> words, int at, int from)
    {
        if (at == from || words[at - 1].Line == words[at].Line || at + 1 >= words.Count || words[at - 1].Kind is WordKind.Inner or WordKind.And or WordKind.By or WordKind.Dash || words[at - 1].Text.EndsWith(',')) return false;
        if (words[at + 1].Line != words[at].Line) return false;
        // "Heron Works\n REED Wetland values for": two capitals, then prose.
        var next = at + 1;
        if (words[next].Kind == WordKind.Name && next + 1 < words.Count && words[next + 1].Line == words[at].Line && words[next + 1].Kind == WordKind.Small && words[at].Text[^1] is not (',' or '.') && words[next].Text[^1] is not (',' or '.')) next++;
        // "Heron Corporation\n Wrens for reeds port by"
        if (words[at - 1].Kind is WordKind.Company && words[next].Kind == WordKind.Place) return true;
        return words[next].Kind is WordKind.Other or WordKind.Small && (Shapes.IsLowerWord(words[next].Text.TrimStart('(')) || words[next].Text.EndsWith("()", StringComparison.Ordinal));
    }

    /// <summary>The word before ended a sentence: a full stop behind a word that is no initial and no abbreviation, or a company's at a line's end.</summary>
    public static bool EndsAt(List<Word> words, int at)
    {
        if (at == 0 || !words[at - 1].Text.EndsWith('.')) return false;
        var before = words[at - 1];
        if (before.Kind is WordKind.Company or WordKind.SmallCompany && (before.Text.Length <= 6 || before.Line != words[at].Line)) return before.Line != words[at].Line;
        if (before.Kind == WordKind.Year) return at > 1 && words[at - 2].Kind is WordKind.Year or WordKind.Name or WordKind.Company && words[at].Line == before.Line && IsLateYear(words, at - 1);
        return before.Kind is WordKind.Name or WordKind.Company or WordKind.SmallCompany && before.Text.Length > 5 && before.Text.AsSpan().IndexOfAny('.', '-') == before.Text.Length - 1;
    }

    // "Ada Wren 1994, 1995. Software ...": the years stand behind the names.
    static bool IsLateYear(List<Word> words, int at)
    {
        while (at > 0 && words[at].Kind == WordKind.Year) at--;
        return words[at].Kind is WordKind.Name or WordKind.Company;
    }

    // "Heron Inc.  Wrens for reeds": a full stop behind the company, and then no name.
    static bool IsNewSentence(List<Word> words, int at) =>
        at > 0 && words[at - 1] is { Kind: WordKind.Company } company && company.Text.EndsWith('.') && at + 1 < words.Count && words[at + 1].Line == words[at].Line
        && !words[at].Text.EndsWith(',') && words[at + 1].Kind is WordKind.Small or WordKind.Place or WordKind.Other;

    // "MIT License" on the line below the holder.
    static bool NamesLicense(List<Word> words, int at) =>
        at > 0 && words[at - 1].Line != words[at].Line && at + 1 < words.Count && words[at + 1].Line == words[at].Line
        && words[at + 1].Text.TrimEnd('.', ',').ToLowerInvariant() is "license" or "licensed" or "licence";

    // "(passes through ...": an aside that is more than names.
    static bool IsForeign(List<Word> words, int at, int from)
    {
        if (at == from || !words[at].Text.StartsWith('(')) return false;
        // "Heron Reed Research, Inc. (Heron)": what it is called for short.
        if (words[at].Text.EndsWith(')') && words[at - 1] is { Kind: WordKind.Company } company && company.Text.EndsWith('.') && (at + 1 >= words.Count || words[at + 1].Line != words[at].Line)) return true;
        for (var close = at; close < words.Count && close < at + LongestAside && words[close].Line - words[at].Line <= 1; close++)
        {
            if (words[close].Kind is not (WordKind.Name or WordKind.Inner or WordKind.And or WordKind.Company or WordKind.Year or WordKind.Email)) return true;
            if (words[close].Text.Contains(')', StringComparison.Ordinal)) return false;
        }
        return true;
    }
}
