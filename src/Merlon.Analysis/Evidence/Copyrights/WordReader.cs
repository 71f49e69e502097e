namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>Cuts cleaned lines into words and says what each can be.</summary>
internal sealed class WordReader(WordLists lists)
{
    public void Read(string line, int number, List<Word> into)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < parts.Length; at++)
        {
            // "(karl at example.org)"
            if (at + 2 < parts.Length && parts[at + 1].Equals("at", StringComparison.OrdinalIgnoreCase) && parts[at][0] is '<' or '(' && parts[at + 2][^1] is '>' or ')' or ',' or '.')
            {
                into.Add(new($"{parts[at]} at {parts[at + 2]}", WordKind.Email, number));
                at += 2;
            }
            else Split(parts[at], number, into);
        }
    }

    // "<a@b.c>," is an address and a comma of its own; "2004,2005" stays one word.
    void Split(string part, int line, List<Word> into)
    {
        var close = part.IndexOf('>', StringComparison.Ordinal);
        if (close > 0 && close < part.Length - 1)
        {
            into.Add(Tag(part[..(close + 1)], line, into));
            part = part[(close + 1)..];
        }
        if (part.Contains('=', StringComparison.Ordinal) && !part.Contains("://", StringComparison.Ordinal))
        {
            foreach (var piece in part.Split('=', StringSplitOptions.RemoveEmptyEntries)) into.Add(Tag(piece, line, into));
            return;
        }
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && colon < part.Length - 1 && !part.Contains("://", StringComparison.Ordinal) && lists.Find(part[..colon].ToLowerInvariant()) is WordKind.Marker or WordKind.Author)
        {
            into.Add(Tag(part[..(colon + 1)], line, into));
            part = part[(colon + 1)..];
        }
        into.Add(Tag(part, line, into));
    }

    Word Tag(string text, int line, List<Word> into)
    {
        var colon = text.EndsWith(':');
        text = text.TrimEnd(':', ';', '\'', '!').TrimStart('\'', '@');
        var kind = Kind(text);
        if (kind == WordKind.Marker && text.Contains("FileCopyrightText", StringComparison.OrdinalIgnoreCase)) text = "Copyright";
        if (kind == WordKind.Marker && text.Length > 4 && text.EndsWith('.')) kind = WordKind.Other;
        if (kind == WordKind.Url && text.StartsWith("<http", StringComparison.Ordinal)) text = text.Trim('<', '>').TrimEnd('/');
        if (kind == WordKind.Url) text = text.TrimEnd('/');
        if (kind == WordKind.Author && colon) kind = WordKind.AuthorLabel;
        // "Implementation-Vendor:" is a label, not a name.
        if (colon && kind is WordKind.Name or WordKind.CapitalStop && (into.Count == 0 || into[^1].Line != line)) kind = WordKind.Other;
        return new(text, kind, line);
    }

    WordKind Kind(string text)
    {
        if (text.Length == 0) return WordKind.Other;
        if (text is "(c)" or "(c)," or "(c).") return WordKind.Marker;
        if (text is "," or "&" or ";") return WordKind.And;
        if (text is "-" or "--" or "/") return WordKind.Dash;
        if (Shapes.IsUrl(text)) return WordKind.Url;
        if (Shapes.IsEmail(text)) return WordKind.Email;
        if (Shapes.IsYear(text)) return WordKind.Year;
        return Listed(text.TrimStart('(', '[', '<', '@', '\'').TrimEnd('.', ',', ')', ']', '>', '\'', '!', '?'), text);
    }

    WordKind Listed(string bare, string text)
    {
        if (bare.Length == 0) return WordKind.Other;
        var lower = bare.ToLowerInvariant();
        if (lower == "by") return WordKind.By;
        var listed = lists.Find(lower);
        if (listed == WordKind.Inner && (bare is "ET" or "Y" or "E" or "DE")) return WordKind.Name;
        if (listed is WordKind.Inner or WordKind.And or WordKind.Marker or WordKind.Made or WordKind.Author or WordKind.Rights or WordKind.Portion or WordKind.Group or WordKind.Place or WordKind.Month) return listed.Value;
        // A stop word in the middle of capitals ("GNU GENERAL") or at a sentence's start, alike.
        if (listed == WordKind.Other && bare is "IT" or "US") return WordKind.Name;
        if (listed == WordKind.Other) return char.IsAsciiLetterUpper(bare[0]) && text[^1] is not '.' ? WordKind.CapitalStop : WordKind.Other;
        if (listed == WordKind.Company) return char.IsAsciiLetterUpper(bare[0]) ? WordKind.Company : lower.Length > 3 || lower.Contains('.', StringComparison.Ordinal) ? WordKind.SmallCompany : WordKind.Other;
        return Shapes.IsName(bare, text) || Shapes.IsDomain(bare) ? WordKind.Name : WordKind.Other;
    }
}
