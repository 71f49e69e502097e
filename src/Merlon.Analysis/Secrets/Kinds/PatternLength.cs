namespace Merlon.Analysis.Secrets.Kinds;

/// <summary>Works out the fewest characters that a pattern takes. It knows what the kinds' files use: characters, classes, escapes, groups
/// with alternatives and quantifiers.</summary>
internal ref struct PatternLength(ReadOnlySpan<char> pattern)
{
    private readonly ReadOnlySpan<char> pattern = pattern;
    private int at = 0;

    public static int Of(string pattern) => new PatternLength(pattern).Alternatives();

    private int Alternatives()
    {
        var least = Sequence();
        while (at < pattern.Length && pattern[at] == '|')
        {
            at++;
            least = Math.Min(least, Sequence());
        }
        return least;
    }

    private int Sequence()
    {
        var length = 0;
        while (at < pattern.Length && pattern[at] is not ('|' or ')')) length += Atom() * Least();
        return length;
    }

    private int Atom()
    {
        switch (pattern[at++])
        {
            case '\\': at++; return 1;
            case '[': SkipClass(); return 1;
            case '(': return Group();
            default: return 1;
        }
    }

    private int Group()
    {
        if (at + 1 < pattern.Length && pattern[at] == '?' && pattern[at + 1] == ':') at += 2;
        var length = Alternatives();
        at++;
        return length;
    }

    private void SkipClass()
    {
        for (; at < pattern.Length && pattern[at] != ']'; at++)
            if (pattern[at] == '\\') at++;
        at++;
    }

    private int Least()
    {
        if (at >= pattern.Length) return 1;
        switch (pattern[at])
        {
            case '?' or '*': at++; return 0;
            case '+': at++; return 1;
            case '{': break;
            default: return 1;
        }
        var least = 0;
        for (at++; char.IsAsciiDigit(pattern[at]); at++) least = least * 10 + pattern[at] - '0';
        while (pattern[at++] != '}') { }
        return least;
    }
}
