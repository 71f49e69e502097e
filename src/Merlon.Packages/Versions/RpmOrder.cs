namespace Merlon.Packages.Versions;

/// <summary>
/// RPM: [epoch:]version[-release], each compared as rpmvercmp does: runs of digits and letters, every other sign only
/// separates, "~" sorts before the end and "^" directly after it.
/// </summary>
sealed class RpmOrder : VersionOrder
{
    protected override int CompareText(string x, string y)
    {
        var left = x.AsSpan().Trim();
        var right = y.AsSpan().Trim();
        var order = ComparePart(TakeEpoch(ref left), TakeEpoch(ref right));
        if (order != 0) return order;

        var leftRelease = TakeRelease(ref left);
        var rightRelease = TakeRelease(ref right);
        order = ComparePart(left, right);
        return order != 0 ? order : ComparePart(leftRelease, rightRelease);
    }

    static ReadOnlySpan<char> TakeEpoch(ref ReadOnlySpan<char> rest)
    {
        var colon = rest.IndexOf(':');
        if (colon < 0) return "0";
        var epoch = rest[..colon];
        rest = rest[(colon + 1)..];
        return epoch.IsEmpty ? "0" : epoch;
    }

    static ReadOnlySpan<char> TakeRelease(ref ReadOnlySpan<char> rest)
    {
        var hyphen = rest.IndexOf('-');
        if (hyphen < 0) return [];
        var release = rest[(hyphen + 1)..];
        rest = rest[..hyphen];
        return release;
    }

    static int ComparePart(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        while (true)
        {
            SkipSeparators(ref x);
            SkipSeparators(ref y);
            if (CompareMarks(ref x, ref y) is { } marked)
            {
                if (marked != 0) return marked;
                continue;
            }
            if (x.IsEmpty || y.IsEmpty) return y.IsEmpty.CompareTo(x.IsEmpty);
            var order = CompareRuns(ref x, ref y);
            if (order != 0) return order;
        }
    }

    /// <summary>Null when neither side stands at a mark; 0 when both did, and the mark was skipped.</summary>
    static int? CompareMarks(ref ReadOnlySpan<char> x, ref ReadOnlySpan<char> y)
    {
        foreach (var mark in "~^")
        {
            var (xHas, yHas) = (x.StartsWith(mark), y.StartsWith(mark));
            if (!xHas && !yHas) continue;
            if (xHas && yHas)
            {
                x = x[1..];
                y = y[1..];
                return 0;
            }
            // A caret is more than the end of the text but less than any further run.
            var other = xHas ? y : x;
            var withMarkIsMore = mark == '^' && other.IsEmpty;
            return xHas == withMarkIsMore ? 1 : -1;
        }
        return null;
    }

    static int CompareRuns(ref ReadOnlySpan<char> x, ref ReadOnlySpan<char> y)
    {
        var numeric = char.IsAsciiDigit(x[0]);
        if (numeric != char.IsAsciiDigit(y[0])) return numeric ? 1 : -1;
        return numeric
            ? Digits.Compare(Digits.Take(ref x), Digits.Take(ref y))
            : Math.Sign(Digits.TakeLetters(ref x).SequenceCompareTo(Digits.TakeLetters(ref y)));
    }

    static void SkipSeparators(ref ReadOnlySpan<char> rest)
    {
        while (!rest.IsEmpty && !char.IsAsciiLetterOrDigit(rest[0]) && rest[0] is not ('~' or '^')) rest = rest[1..];
    }
}
