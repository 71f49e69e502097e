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
            if (start < 0 || (needsAddress && taken.Exists(t => t.Start <= at && at < t.End))) { at++; continue; }
            var end = End(words, start, out var named, out var address);
            if (end > start && named && (address || !needsAddress) && Plausible(words, start, end)) into.Add(new(Join(words, start, end), words[start].Line));
            at = Math.Max(end, at + 1);
        }
    }

    static bool Plausible(List<Word> words, int start, int end)
    {
        var range = words.GetRange(start, end - start);
        if ((range[0].Kind is WordKind.Inner && range[0].Text is not ("the" or "The" or "van" or "de" or "von")) || range[0].Kind == WordKind.And) return false;
        if (range.Exists(w => w.Kind == WordKind.Email)) return true;
        if (range[0].Text == "the" && range.Exists(w => w.Text is "Initial" or "Licensee" or "Licensor")) return false;
        return range.Exists(w => Shapes.IsPlainName(w.Text) || w.Kind is WordKind.Company or WordKind.SmallCompany or WordKind.Group) && !range[0].Text.StartsWith("AS", StringComparison.Ordinal);
    }

    // Where the names begin that the words at `at` introduce, or -1.
    static int Start(List<Word> words, int at, out bool needsAddress)
    {
        needsAddress = false;
        switch (words[at].Kind)
        {
            case WordKind.Author or WordKind.AuthorLabel:
                var next = at + 1;
                while (next < words.Count && words[next].Kind is WordKind.Dash or WordKind.By) next++;
                return next;
            case WordKind.Made when at + 1 < words.Count && words[at + 1].Kind == WordKind.By:
                return at + 2;
            case WordKind.By:
                needsAddress = true;
                return at + 1;
            default:
                return -1;
        }
    }

    static int End(List<Word> words, int from, out bool named, out bool address)
    {
        (named, address) = (false, false);
        var end = from;
        for (var at = from; at < words.Count && at - from < Longest; at++)
        {
            switch (words[at].Kind)
            {
                case WordKind.Name or WordKind.Company: named = true; end = at + 1; break;
                case WordKind.Email: (named, address) = (true, true); end = at + 1; break;
                case WordKind.Group when named: end = at + 1; break;
                case WordKind.SmallCompany when named: end = at + 1; break;
                case WordKind.Other when IsSmallTeam(words, at): named = true; at++; end = at + 1; break;
                case WordKind.And or WordKind.Inner: break;
                default: return end;
            }
            if (address && at + 1 < words.Count && words[at + 1].Line != words[at].Line && words[at + 1].Kind != WordKind.And && !EndsOpen(words[at])) return end;
        }
        return end;
    }

    // "the pkg-bazaar team", "the 3L project".
    static bool IsSmallTeam(List<Word> words, int at) =>
        at > 0 && words[at - 1].Text == "the" && at + 1 < words.Count && words[at + 1].Text.TrimEnd('.', ',') is "team" or "project" or "group" or "community" or "developers";

    static bool EndsOpen(Word word) => word.Kind == WordKind.And || word.Text.EndsWith(',');

    static string Join(List<Word> words, int start, int end) =>
        string.Join(' ', words.Skip(start).Take(end - start).Select(w => w.Text)).Trim(' ', ',', '-', ';', ':').TrimEnd(',', ' ');
}
