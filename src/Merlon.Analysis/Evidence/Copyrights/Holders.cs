using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>Takes the holder from a copyright statement: what is left without marker, years and addresses.</summary>
internal static class Holders
{
    /// <summary>The holder named by the words [start, end), or none; an address alone stands for its holder.</summary>
    public static ImmutableArray<string> Of(List<Word> words, int start, int end)
    {
        var kept = new List<string>();
        for (var at = start; at < end; at++)
            if (IsKept(words, at, start, end) && !(kept.Count == 0 && IsLead(words[at]))) kept.Add(words[at].Text);
        var holder = Trim(string.Join(' ', kept));
        if (holder.Length >= 2) return [holder];
        var url = words.FindIndex(start, end - start, w => w.Kind == WordKind.Url);
        return url < 0 ? [] : [Trim(words[url].Text.TrimEnd('/'))];
    }

    static bool IsKept(List<Word> words, int at, int start, int end) => words[at].Kind switch
    {
        WordKind.Marker or WordKind.Year or WordKind.Email or WordKind.Portion or WordKind.AuthorLabel => false,
        // "Digital Mars, www.digitalmars.com"
        WordKind.Url => words[at].Text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && at > start && words[at - 1].Text.EndsWith(','),
        // "Jan" and "April" are names too.
        WordKind.Month => at + 1 < end && words[at + 1].Kind is WordKind.Name or WordKind.CapitalStop,
        // "Ada Wren (minizip) <ada@nest.io>"
        WordKind.Small when words[at].Text is ['(', .., ')'] => false,
        // "CERN - European Organization"
        WordKind.Dash => at > start && at + 1 < end && IsName(words[at - 1]) && IsName(words[at + 1]),
        _ => !Shapes.IsShortYear(words[at].Text) || (at > start && words[at - 1].Kind is WordKind.Name or WordKind.Company),
    };

    static bool IsName(Word word) => word.Kind is WordKind.Name or WordKind.Company or WordKind.CapitalStop or WordKind.SmallCompany or WordKind.Inner;

    // What may stand before a holder: "by", "of", "holders".
    static bool IsLead(Word word) =>
        word.Text.TrimEnd(',').ToLowerInvariant() is "holder" or "holders" or "is" or "of" or "property" or "work" or "works" || word.Kind is WordKind.By or WordKind.And || (word.Kind == WordKind.Other && !Leads.IsWhose(word));

    static string Trim(string text)
    {
        var holder = text.Trim(' ', ',', '-', ';', ':').TrimEnd('.', ' ', ',');
        foreach (var open in (ReadOnlySpan<string>)[" and", " or", " &"])
            if (holder.EndsWith(open, StringComparison.OrdinalIgnoreCase)) holder = holder[..^open.Length].TrimEnd(' ', ',');
        if (holder.StartsWith('(') && !holder.Contains(')', StringComparison.Ordinal)) holder = holder[1..];
        return holder.EndsWith(')') && !holder.Contains('(', StringComparison.Ordinal) ? holder[..^1] : holder;
    }
}
