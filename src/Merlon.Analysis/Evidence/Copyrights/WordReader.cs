namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>Cuts cleaned lines into words and says what each can be.</summary>
internal sealed class WordReader(WordLists lists)
{
    const int MostKinds = 16_384;

    readonly Dictionary<string, WordKind> kinds = new(StringComparer.Ordinal);

    public void Read(string line, int number, List<Word> into)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < parts.Length; at++)
        {
            if (Obfuscated.At(parts, at) is ({ } address, var length))
            {
                into.Add(new(address.TrimEnd(','), WordKind.Email, number));
                if (address.EndsWith(">,", StringComparison.Ordinal)) into.Add(new(",", WordKind.And, number));
                else if (address.EndsWith(',')) into[^1] = into[^1] with { Text = address };
                at += length - 1;
            }
            // "Heron , Reed"
            else if (parts[at] == "," && into.Count > 0 && into[^1] is { Kind: WordKind.Name or WordKind.Company } name && name.Line == number && name.Text[^1] != ',') into[^1] = name with { Text = name.Text + "," };
            // "Copyright (C) $Date$ Heron", "Copyright (C) $2 Heron", "(C) 200 Ada Wren": a year that a tool puts in, or one cut short.
            else if (into.Count > 0 && into[^1].Kind == WordKind.Marker && into[^1].Line == number && StandsForYear(parts, at)) into.Add(new(parts[at], WordKind.Year, number));
            // "Ada Wren <Ada Wren>"
            else if (parts[at][0] == '<' && RepeatsName(parts, at) is > 0 and var repeated) at += repeated - 1;
            // "Heron sp. z o.o."
            else if (at + 2 < parts.Length && parts[at].Equals("sp.", StringComparison.OrdinalIgnoreCase) && parts[at + 1].Equals("z", StringComparison.OrdinalIgnoreCase) && parts[at + 2].StartsWith("o.o", StringComparison.OrdinalIgnoreCase))
            {
                into.Add(new($"{parts[at]} {parts[at + 1]} {parts[at + 2]}", WordKind.SmallCompany, number));
                at += 2;
            }
            else if (into.Count > 0 && into[^1].Kind == WordKind.Marker && YearLeftOpen(parts, at) is > 0 and var skipped) at += skipped - 1;
            // "(ada@nest.io ) and others"
            else if (parts[at] == ")" && into.Count > 0 && into[^1].Line == number && into[^1].Text.StartsWith('(')) into[^1] = into[^1] with { Text = into[^1].Text + " )" };
            // "( http://nest.io/ )"
            else if (parts[at] == "(" && at + 2 < parts.Length && parts[at + 2] == ")" && Shapes.IsUrl(parts[at + 1]))
            {
                into.Add(new($"( {parts[at + 1]} )", WordKind.Url, number));
                at += 2;
            }
            // printf("Copyright (C) %d Heron, Inc.\n"), 2006)
            else if (parts[at] is ")," && at + 1 < parts.Length && Shapes.IsYear(parts[at + 1]) && into.Count > 0 && into[^1].Line == number) into[^1] = into[^1] with { Text = into[^1].Text + "," };
            else if (PlaceOfYear(parts, at) is > 0 and var placed && into.Count > 0 && into[^1].Kind == WordKind.Year)
            {
                into.Add(new(string.Join(' ', parts[at..(at + placed)]), WordKind.Year, number));
                at += placed - 1;
            }
            else if (parts[at] is ":" or "=" or ":=" or "{") Label(into, number, parts[at]);
            else if (parts[at] is not ("<" or ">")) Split(parts[at], number, into);
        }
    }

    // "Copyright (C) %d Heron", "(c) <insert year> Heron", "Copyright . 2004": how many parts stand for a year, or for a sign that was lost.
    static int YearLeftOpen(string[] parts, int at)
    {
        if (parts[at] is "%d" or "%s" or "." or "?") return 1;
        if (parts[at][0] != '<') return 0;
        for (var end = at; end < Math.Min(parts.Length, at + 3); end++)
            if (parts[end][^1] == '>') return parts[end].Contains("year", StringComparison.OrdinalIgnoreCase) ? end - at + 1 : 0;
        return 0;
    }

    static bool StandsForYear(string[] parts, int at) =>
        at + 1 < parts.Length && char.IsAsciiLetterUpper(parts[at + 1][0])
        && parts[at] is ['$', .., '$'] or ['$', >= '1' and <= '9'] or ['1', '9', >= '0' and <= '9'] or ['2', '0', >= '0' and <= '9'];

    static int RepeatsName(string[] parts, int at)
    {
        for (var count = 1; count <= Math.Min(4, Math.Min(at, parts.Length - at)); count++)
        {
            if (parts[at + count - 1][^1] != '>') continue;
            return string.Join(' ', parts[at..(at + count)]) == $"<{string.Join(' ', parts[(at - count)..at])}>" ? count : 0;
        }
        return 0;
    }

    // "2000- (insert then current year) Heron": how many parts ask for a year.
    static int PlaceOfYear(string[] parts, int at)
    {
        if (parts[at][0] != '(') return 0;
        for (var end = at; end < Math.Min(parts.Length, at + 5); end++)
            if (parts[end][^1] == ')') return end > at && parts[end].StartsWith("year", StringComparison.OrdinalIgnoreCase) ? end - at + 1 : 0;
        return 0;
    }

    // "author : ", "author = ": a label as good as "author:".
    static void Label(List<Word> into, int line, string sign)
    {
        // "CompanyName = ...": the next key of a list of settings.
        if (sign == "=" && into.Count > 0 && into[^1] is { Kind: WordKind.Name or WordKind.Company or WordKind.CapitalStop } key && key.Line == line && (into.Count == 1 || into[^2].Line != line)) into[^1] = key with { Kind = WordKind.Other };
        if (into.Count > 0 && into[^1] is { Kind: WordKind.Author } label && label.Line == line) into[^1] = label with { Kind = WordKind.AuthorLabel };
    }

    // "<a@b.c>," is an address and a comma of its own; "2004,2005" stays one word.
    void Split(string part, int line, List<Word> into)
    {
        var close = part.IndexOf('>', StringComparison.Ordinal);
        if (close > 0 && close < part.Length - 1)
        {
            into.Add(Tag(part[..(close + 1)], line, into));
            part = part[(close + 1)..];
            if (part == ":") return;
        }
        if (part.Contains('=', StringComparison.Ordinal) && !part.Contains("://", StringComparison.Ordinal))
        {
            foreach (var piece in part.Split('=', StringSplitOptions.RemoveEmptyEntries)) into.Add(Tag(piece, line, into));
            return;
        }
        part = AfterLabel(part, line, into);
        // "earlier )copyright 2001", "@(#)Copyright"
        var parenthesis = part.IndexOf(')', StringComparison.Ordinal);
        if (parenthesis >= 0 && parenthesis < part.Length - 1 && lists.Find(part[(parenthesis + 1)..].ToLowerInvariant()) == WordKind.Marker) part = part[(parenthesis + 1)..];
        into.Add(Tag(part, line, into));
    }

    // "Author:Ada" is a label and a name.
    string AfterLabel(string part, int line, List<Word> into)
    {
        // "Author::" of RDoc, ".. codeauthor::"
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || part.AsSpan(colon).TrimEnd(':').IsEmpty || part.Contains("://", StringComparison.Ordinal)) return part;
        if (lists.Find(part[..colon].ToLowerInvariant()) is not (WordKind.Marker or WordKind.Author)) return part;
        into.Add(Tag(part[..(colon + 1)], line, into));
        return part[(colon + 1)..];
    }

    Word Tag(string text, int line, List<Word> into)
    {
        // "Ada Wren @awren": a name on some site.
        if (Shapes.IsHandle(text) && into.Count > 0 && into[^1].Line == line && lists.Find(text[1..].ToLowerInvariant()) is null) return new(text, WordKind.Name, line);
        // "@contributor": another tag of a comment.
        if (text[0] == '@' && text.Length > 2 && char.IsAsciiLetterLower(text[1]) && (into.Count == 0 || into[^1].Line != line) && lists.Find(text[1..].TrimEnd(':').ToLowerInvariant()) is not (WordKind.Author or WordKind.Marker)) return new(text, WordKind.Other, line);
        var colon = text.EndsWith(':');
        text = text.TrimEnd(':', ';', '\'', '!').TrimStart('\'', '@');
        var kind = KnownKind(text);
        if (kind == WordKind.Marker && text.Contains("FileCopyrightText", StringComparison.OrdinalIgnoreCase)) text = "Copyright";
        if (kind == WordKind.Marker && text.Length > 5 && text.TrimEnd(')').EndsWith('.')) kind = WordKind.Other;
        if (kind == WordKind.Url && text.StartsWith("<http", StringComparison.Ordinal)) text = text.Trim('<', '>');
        // "Ada Wren <Heron Inc>"
        if (kind is WordKind.Name or WordKind.Company) text = text.Trim('<', '>');
        if (kind == WordKind.Author && colon) kind = text.EndsWith("aintainer", StringComparison.Ordinal) ? WordKind.Other : WordKind.AuthorLabel;
        // "Implementation-Vendor:", or "Group:" of a package's specification, is a label, not a name.
        if (colon && (kind is WordKind.Name or WordKind.CapitalStop || text is "Group") && (into.Count == 0 || into[^1].Line != line)) kind = WordKind.Other;
        return new(text, kind, line);
    }

    // The same words come again and again.
    WordKind KnownKind(string text)
    {
        if (kinds.TryGetValue(text, out var known)) return known;
        if (kinds.Count == MostKinds) kinds.Clear();
        return kinds[text] = Kind(text);
    }

    WordKind Kind(string text)
    {
        if (text.Length == 0) return WordKind.Other;
        if (text is "(c)" or "(c)," or "(c).") return WordKind.Marker;
        if (text is "," or "&" or ";") return WordKind.And;
        if (text is "-" or "--" or "/") return WordKind.Dash;
        // spec.authors = ["Ada Wren"] of a gem
        if (text is "s.author" or "s.authors" or "spec.author" or "spec.authors" or "gem.author" or "gem.authors") return WordKind.Author;
        if (Shapes.IsUrl(text)) return WordKind.Url;
        if (Shapes.IsEmail(text)) return WordKind.Email;
        // "(ada@{nest,reed}.io)": addresses folded into one.
        if (text.Contains('@', StringComparison.Ordinal) && text.Contains('{', StringComparison.Ordinal)) return WordKind.Other;
        if (Shapes.IsYear(text)) return WordKind.Year;
        if (text.Contains("__", StringComparison.Ordinal) && lists.Find(text.Trim('_').ToLowerInvariant()) == WordKind.Author) return WordKind.Author;
        var open = text.TrimStart('(', '[', '<', '@', '\'');
        // "author(s)", "subsidiary(-ies)"
        open = open.TrimEnd('.', ',');
        if (open.EndsWith(')') && open.Contains('(', StringComparison.Ordinal) && lists.Find(open.ToLowerInvariant()) is { } whole) return whole;
        return Listed(open.TrimEnd('.', ',', ')', ']', '>', '\'', '!', '?'), text);
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
        if (listed == WordKind.Other && bare is "IT" or "US" or "HERE") return WordKind.Name;
        if (listed == WordKind.Other) return char.IsAsciiLetterUpper(bare[0]) && text[^1] is not '.' ? WordKind.CapitalStop : WordKind.Other;
        if (listed == WordKind.Company) return char.IsAsciiLetterUpper(bare[0]) ? WordKind.Company : lower.Length > 3 || lower is "inc" or "ltd" or "llc" || lower.Contains('.', StringComparison.Ordinal) ? WordKind.SmallCompany : WordKind.Other;
        if (Shapes.IsName(bare, text) || Shapes.IsDomain(bare)) return WordKind.Name;
        return Shapes.IsSmallWord(bare) ? WordKind.Small : WordKind.Other;
    }
}
