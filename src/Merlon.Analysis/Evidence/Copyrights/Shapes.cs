namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>Recognises years, addresses and names by how they are written.</summary>
internal static class Shapes
{
    static readonly System.Buffers.SearchValues<char> NotInDomains = System.Buffers.SearchValues.Create("/()<>$_");

    const int EarliestYear = 1950;
    const int LatestYear = 2039;

    /// <summary>1998, 1998-2003, 1999,2000, 98, 2003+, 2006-08-12, 2021-present, YYYY; also with a slip behind the first year (2010-2011a, 2010-20224) or a lost sign (?2004, 200?).</summary>
    public static bool IsYear(string text)
    {
        var bare = text.Trim('(', ')', '<', '>', ',', '.', ';', '+', '\'').TrimStart('?');
        if (bare is "YYYY" or "YEAR" || (bare.Length == 4 && bare[3] == '?' && bare[0] is '1' or '2' && IsNumber(bare[..3]))) return true;
        var years = 0;
        foreach (var part in bare.Split(['-', ',', '/', '~', '.', '&', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Equals("present", StringComparison.OrdinalIgnoreCase) || part.Equals("now", StringComparison.OrdinalIgnoreCase) || part == "$") continue;
            if (years > 0 && part.Length == 5 && IsNumber(part[..4])) continue;
            if (!IsNumber(part)) return false;
            if (part.Length == 4 && int.Parse(part) is >= EarliestYear and <= LatestYear) years++;
            else if (part.Length > 2 && !(years > 0 && part.Length == 4)) return false;
        }
        return years > 0;
    }

    /// <summary>The word "year" where a year should stand.</summary>
    public static bool IsPlaceholder(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') < 0;

    /// <summary>A two-digit year in a list of years: <c>91,</c>.</summary>
    public static bool IsShortYear(string text) => text.Trim(',', '.', '\'', '-') is { Length: 2 or 1 } bare && IsNumber(bare);

    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0) return text.StartsWith('<') && text.Contains("_at_", StringComparison.OrdinalIgnoreCase) && text.Contains("_dot_", StringComparison.OrdinalIgnoreCase);
        return at > 0 && at < text.Length - 3 && !text.Contains('{', StringComparison.Ordinal) && (text.IndexOf('.', at) > 0 || text[0] is '<' or '(') && char.IsLetterOrDigit(text[at - 1]);
    }

    public static bool IsUrl(string text)
    {
        var bare = text.TrimStart('<', '(', '[');
        return bare.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            || bare.StartsWith("ftp:", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A word with a capital at its start, or one like "3Dfx", "nexB", "d'Heureuse".</summary>
    public static bool IsName(string bare, string text)
    {
        if (!char.IsAsciiLetter(bare[0]) && !char.IsAsciiDigit(bare[0]) && bare[0] != '\'') return false;
        var letters = 0;
        foreach (var c in bare)
        {
            if (c is '_' or '%' or '$' or '{' or '}' or '*' or '\\' or '(' or '[') return text.EndsWith("(r)", StringComparison.Ordinal);
            if (char.IsAsciiLetter(c)) letters++;
        }
        if (letters == 0) return false;
        if (char.IsAsciiLetterUpper(bare[0])) return true;
        return bare.Length > 2 && bare.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0 && bare.IndexOf('.', StringComparison.Ordinal) < 0;
    }

    /// <summary>example.com: a holder that calls itself by its domain.</summary>
    public static bool IsDomain(string text)
    {
        var dot = text.LastIndexOf('.');
        return dot > 1 && text[(dot + 1)..].ToLowerInvariant() is "com" or "net" or "org" or "io" or "de" && !text.AsSpan().ContainsAny(NotInDomains);
    }

    /// <summary>@awren: the name of an account.</summary>
    public static bool IsHandle(string text)
    {
        if (text.Length < 3 || text[0] != '@') return false;
        foreach (var c in text.AsSpan(1))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '/' or '.')) return false;
        return true;
    }

    /// <summary>A word that begins with a small letter: wren, x86, heron-works.</summary>
    public static bool IsSmallWord(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '\'')) return false;
        return text.Length > 1 && char.IsAsciiLetterLower(text[0]);
    }

    public static bool IsLowerWord(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && c is not ('-' or '.')) return false;
        return text.Length > 1;
    }

    /// <summary>FSF, IBM: three to five capitals, not all the same.</summary>
    public static bool IsAcronym(string text) =>
        IsPlainName(text) && text.Length <= 6 && !text.AsSpan().ContainsAnyInRange('a', 'z') && text.Trim('.', ',').Distinct().Count() > 1;

    /// <summary>Letters only, either all capitals or one in front, three or more.</summary>
    public static bool IsPlainName(string text)
    {
        var bare = text.Trim('.', ',', '\'', '(', ')');
        if (bare.Length < 3) return false;
        var upper = 0;
        foreach (var c in bare)
        {
            if (!char.IsAsciiLetter(c)) return false;
            if (char.IsAsciiLetterUpper(c)) upper++;
        }
        return upper == 1 || upper == bare.Length;
    }

    static bool IsNumber(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c)) return false;
        return text.Length > 0;
    }
}
