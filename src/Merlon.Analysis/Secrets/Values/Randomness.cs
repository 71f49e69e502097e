namespace Merlon.Analysis.Secrets.Values;

/// <summary>How much a text looks made by chance rather than by a person.</summary>
internal static class Randomness
{
    // The letters that follow each letter in 97 % of the letter pairs of identifiers and documentation.
    private static readonly string[] Followers =
    [
        "bcdfghiklmnprstuvwy", "aeilorsuy", "acehiklorstu", "adeilorsu", "abcdefgiklmnpqrstvwxy", "aefiloru", "aehilnorsu", "aeiorty", "abcdefglmnoprstvxz", "aeiou",
        "aeilnsy", "adeiklmopstuvy", "abeimopsu", "acdefgiklnostuv", "abcdfgiklmnoprstuvwy", "aehiloprstuy", "u", "abcdefgiklmnoprstuvy", "acehiklmnopqstuwy", "acehilorstuwy",
        "abcdefgilmnprst", "aeio", "aehiknor", "eipt", "aemops", "aez",
    ];

    /// <summary>Shannon's entropy in bits per character.</summary>
    public static double Entropy(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return 0;
        Span<int> counts = stackalloc int[128];
        counts.Clear();
        foreach (var c in text) counts[c & 127]++;
        var entropy = 0.0;
        foreach (var count in counts)
        {
            if (count == 0) continue;
            var share = (double)count / text.Length;
            entropy -= share * Math.Log2(share);
        }
        return entropy;
    }

    /// <summary>The entropy as a share of what a text of that length can have at most: 0 to 1.</summary>
    public static double Share(ReadOnlySpan<char> text) => text.Length < 2 ? 0 : Entropy(text) / Math.Log2(Math.Min(text.Length, 64));

    /// <summary>Whether it is made of words: most of it stands in runs of letters that could be spoken.</summary>
    public static bool IsWordy(ReadOnlySpan<char> text)
    {
        if (IsJoinedWords(text)) return true;
        var spoken = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = RunOfLetters(text[at..]);
            if (length >= 3 && IsSpoken(text.Slice(at, length))) spoken += length;
            at += Math.Max(1, length);
        }
        var letters = text.Length - text.Count('-') - text.Count('_') - text.Count('.') - text.Count(' ') - text.Count('/') - text.Count(':');
        return letters == 0 || spoken * 4 >= letters * 3;
    }

    // my-release-postgresql, LOGIN_FORM_RESET: letters of one case with marks between them, whatever the language.
    private static bool IsJoinedWords(ReadOnlySpan<char> text)
    {
        var (marks, small, capital) = (0, 0, 0);
        foreach (var c in text)
        {
            if (c is '-' or '_' or '.' or '/' or ':' or ' ') marks++;
            else if (char.IsAsciiLetterLower(c)) small++;
            else if (char.IsAsciiLetterUpper(c)) capital++;
            else return false;
        }
        return marks > 0 && (small == 0 || capital == 0);
    }

    /// <summary>Whether the letters follow one another as in words; one odd pair in five is forgiven.</summary>
    public static bool IsSpoken(ReadOnlySpan<char> letters)
    {
        var odd = 0;
        for (var i = 1; i < letters.Length; i++)
            if (!Followers[(letters[i - 1] | 0x20) - 'a'].Contains((char)(letters[i] | 0x20))) odd++;
        return odd * 5 <= letters.Length - 1;
    }

    // A run ends before a capital that follows a small letter.
    private static int RunOfLetters(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]) && !(length > 0 && char.IsAsciiLetterUpper(text[length]) && char.IsAsciiLetterLower(text[length - 1]))) length++;
        return length;
    }

    /// <summary>Whether most of it is counted up or down, or repeats itself: 0123456789, abcdef, xxxx, deadbeefdeadbeef.</summary>
    public static bool IsRegular(ReadOnlySpan<char> text)
    {
        var regular = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Max(RunOf(text[at..], 1), Math.Max(RunOf(text[at..], -1), RunOf(text[at..], 0)));
            if (length >= 4 || (length == 3 && at + 1 < text.Length && text[at] == text[at + 1])) regular += length;
            at += length;
        }
        return regular * 2 > text.Length || Repeats(text);
    }

    private static int RunOf(ReadOnlySpan<char> text, int step)
    {
        var length = 1;
        while (length < text.Length && (text[length] - text[length - 1] == step || (step == 1 && (text[length - 1], text[length]) is ('9', '0' or 'a' or 'A') or ('0', '1')))) length++;
        return length;
    }

    private static bool Repeats(ReadOnlySpan<char> text)
    {
        for (var period = 1; period <= text.Length / 2 && period <= 16; period++)
            if (text[period..].SequenceEqual(text[..^period])) return true;
        return false;
    }
}
