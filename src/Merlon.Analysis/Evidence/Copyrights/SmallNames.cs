namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>
/// Holders and authors that write themselves in small letters. Such words are a name only where one must stand (behind a year, "by"
/// or a label) and where what follows bears it out: an address, a company's word, the line's end.
/// </summary>
internal static class SmallNames
{
    const int MostWords = 3;

    /// <summary>Whether the small word at <paramref name="at"/> starts or goes on with a name; <paramref name="from"/> is where the names may start.</summary>
    public static bool IsPart(List<Word> words, int at, int from)
    {
        var start = at;
        while (start > from && words[start - 1].Kind == WordKind.Small && words[start - 1].Line == words[at].Line) start--;
        var end = at + 1;
        while (end < words.Count && words[end].Kind == WordKind.Small && words[end].Line == words[at].Line) end++;
        if (end - start > MostWords) return false;
        // "Ada Wren and the members\n nest-works project"
        if (start > from && words[start - 1].Kind == WordKind.Group && end - start == 1 && end < words.Count && words[end].Text.TrimEnd('.', ',') is "project" or "team" && words[end].Line == words[at].Line) return true;
        if (end < words.Count && words[end].Kind == WordKind.Group && start == from && words[end].Line == words[at].Line) return true;
        // "Ada Wren, Bo Finch, and cy reed."
        if (start > from + 1 && end - start == 2 && words[start - 1].Kind == WordKind.And && words[start - 2].Text.EndsWith(',') && words[end - 1].Text.EndsWith('.')) return true;
        var sameLine = end < words.Count && words[end].Line == words[at].Line;
        return start > from && words[start - 1] is { Kind: WordKind.Name or WordKind.Place } before && before.Line == words[at].Line
            ? sameLine && BearsOutBehindName(words, start, end)
            : IsOpening(words, start, from) && (sameLine ? BearsOut(words, end) : StandsAlone(words, start, end));
    }

    // "Ada wren <ada@nest.io>", "Heron embedded systems", "Heron vortex, Ada Wren", "Ideas on board Inc".
    static bool BearsOutBehindName(List<Word> words, int start, int end) =>
        words[end].Kind is WordKind.SmallCompany or WordKind.Company || (words[end].Kind == WordKind.Email && Shapes.IsLowerWord(words[start].Text))
        || (words[end].Kind == WordKind.Name && words[end - 1].Text.EndsWith(','))
        || (words[end].Kind == WordKind.Name && end + 1 < words.Count && words[end + 1].Kind is WordKind.SmallCompany or WordKind.Company && words[end + 1].Line == words[end].Line)
        || (words[start - 1].Kind == WordKind.Place && words[end].Kind == WordKind.Name);

    static bool IsOpening(List<Word> words, int start, int from)
    {
        var before = start > 0 ? words[start - 1] : default;
        // A word behind "copyright" alone is no name.
        if (start == from) return before.Kind != WordKind.Marker || before.Text.StartsWith('(');
        return before.Line == words[start].Line && (before.Kind is WordKind.Year or WordKind.By || before.Text is "the" or "The");
    }

    static bool BearsOut(List<Word> words, int next) =>
        (words[next].Kind == WordKind.CapitalStop && Leads.ToCompany(words, next)) || words[next].Kind is WordKind.Name or WordKind.Email or WordKind.Url or WordKind.Company or WordKind.SmallCompany or WordKind.Group;

    static bool StandsAlone(List<Word> words, int start, int end) =>
        start > 0 && (words[start - 1].Kind == WordKind.Year || (words[start - 1].Text is "the" && start > 1 && words[start - 2].Kind == WordKind.Year)) && end - start <= 2 && words.GetRange(start, end - start).TrueForAll(w => w.Text.Length > 3);
}
