namespace Merlon.Packages.Versions;

/// <summary>
/// For ecosystems that fix no order (Conan, generic): runs of digits by value, runs of letters as text, separators skipped.
/// A word that announces a pre-release comes before the end of the text, any other word after it ("1.0.2b" after "1.0.2").
/// </summary>
sealed class NaturalOrder : VersionOrder
{
    static readonly string[] BeforeRelease = ["dev", "alpha", "beta", "pre", "preview", "cr", "rc", "snapshot", "nightly"];

    protected override int CompareText(string x, string y)
    {
        var left = WithoutPrefix(x);
        var right = WithoutPrefix(y);
        while (true)
        {
            var a = Next(ref left);
            var b = Next(ref right);
            if (a.IsEmpty && b.IsEmpty) return 0;
            var order = CompareRuns(a, b);
            if (order != 0) return order;
        }
    }

    static ReadOnlySpan<char> WithoutPrefix(string text) =>
        text.Length > 1 && text[0] is 'v' or 'V' && char.IsAsciiDigit(text[1]) ? text.AsSpan(1) : text;

    static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        while (!rest.IsEmpty && !char.IsAsciiLetterOrDigit(rest[0])) rest = rest[1..];
        return !rest.IsEmpty && char.IsAsciiDigit(rest[0]) ? Digits.Take(ref rest) : Digits.TakeLetters(ref rest);
    }

    static int CompareRuns(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var order = Rank(x).CompareTo(Rank(y));
        if (order != 0) return order;
        return Digits.Are(x) ? Digits.Compare(x, y) : Math.Sign(x.CompareTo(y, StringComparison.OrdinalIgnoreCase));
    }

    static int Rank(ReadOnlySpan<char> run)
    {
        if (run.IsEmpty) return 1;
        if (char.IsAsciiDigit(run[0])) return 3;
        foreach (var word in BeforeRelease)
            if (run.Equals(word, StringComparison.OrdinalIgnoreCase)) return 0;
        return 2;
    }
}
