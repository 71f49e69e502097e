namespace Merlon.Packages.Versions;

/// <summary>
/// The order of Python versions from before PEP 440: numbers, words and hyphens in turn, compared as text keys in which
/// pre-release words come before the end ("*final") and other words after it.
/// </summary>
static class LegacyPythonVersion
{
    const string Final = "*final";
    const string Hyphen = "*final-";

    public static int Compare(string x, string y)
    {
        var (left, right) = (Key(x), Key(y));
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            var order = ComparePart(left[i], right[i]);
            if (order != 0) return order;
        }
        return left.Count.CompareTo(right.Count);
    }

    static int ComparePart(string x, string y) =>
        Digits.Are(x) && Digits.Are(y) ? Digits.Compare(x, y) : Math.Sign(string.CompareOrdinal(x, y));

    static List<string> Key(string version)
    {
        var key = new List<string>();
        foreach (var part in Parts(version.Trim().ToLowerInvariant()))
        {
            if (part.StartsWith('*'))
            {
                if (string.CompareOrdinal(part, Final) < 0) DropLast(key, Hyphen);
                DropLast(key, "00000000");
            }
            key.Add(part);
        }
        return key;
    }

    static void DropLast(List<string> key, string value)
    {
        while (key.Count > 0 && key[^1] == value) key.RemoveAt(key.Count - 1);
    }

    static IEnumerable<string> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
                yield return text[start..at].PadLeft(8, '0');
                continue;
            }
            var isLetter = char.IsAsciiLetter(text[at]);
            while (at < text.Length && !char.IsAsciiDigit(text[at]) && char.IsAsciiLetter(text[at]) == isLetter && (isLetter || at == start)) at++;
            if (Word(text[start..at]) is { } word) yield return word;
        }
        yield return Final;
    }

    static string? Word(string word) => word switch
    {
        "." => null,
        "-" => Hyphen,
        "pre" or "preview" or "rc" => "*c",
        "dev" => "*@",
        _ => "*" + word,
    };
}
