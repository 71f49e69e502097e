using System.Buffers;

namespace Merlon.Packages.Versions;

/// <summary>
/// Packagist, as PHP's version_compare: runs of digits and of other signs; words rank
/// any other &lt; dev &lt; alpha &lt; beta &lt; RC &lt; a number &lt; pl, and are known by how they begin, with case.
/// </summary>
sealed class PackagistOrder : VersionOrder
{
    // Where a number stands when it meets a word.
    const string Number = "#";

    static readonly (string Begins, int Rank)[] Words =
        [("dev", 0), ("alpha", 1), ("a", 1), ("beta", 2), ("b", 2), ("RC", 3), ("rc", 3), (Number, 4), ("pl", 5), ("p", 5)];

    static readonly SearchValues<char> WordEnds = SearchValues.Create(".-_+0123456789");

    protected override int CompareText(string x, string y)
    {
        var left = WithoutPrefix(x);
        var right = WithoutPrefix(y);
        while (true)
        {
            var a = Next(ref left);
            var b = Next(ref right);
            if (a.IsEmpty && b.IsEmpty) return 0;
            var order = a.IsEmpty ? -CompareToEnd(b) : b.IsEmpty ? CompareToEnd(a) : CompareRuns(a, b);
            if (order != 0) return order;
        }
    }

    static ReadOnlySpan<char> WithoutPrefix(string text) => text.AsSpan().Trim().TrimStart("vV");

    static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(".-_+");
        if (rest.IsEmpty) return [];
        if (char.IsAsciiDigit(rest[0])) return Digits.Take(ref rest);
        var end = rest.IndexOfAny(WordEnds);
        if (end < 0) end = rest.Length;
        var taken = rest[..end];
        rest = rest[end..];
        return taken;
    }

    /// <summary>A further number makes a version later; a further word decides by its rank beside a number.</summary>
    static int CompareToEnd(ReadOnlySpan<char> run) => Digits.Are(run) ? 1 : Rank(run).CompareTo(Rank(Number));

    static int CompareRuns(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var (xIsNumber, yIsNumber) = (Digits.Are(x), Digits.Are(y));
        if (xIsNumber && yIsNumber) return Digits.Compare(x, y);
        return Rank(xIsNumber ? Number : x).CompareTo(Rank(yIsNumber ? Number : y));
    }

    static int Rank(ReadOnlySpan<char> word)
    {
        foreach (var (begins, rank) in Words)
            if (word.StartsWith(begins, StringComparison.Ordinal)) return rank;
        return -1;
    }
}
