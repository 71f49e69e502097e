namespace Merlon.Packages.Versions;

/// <summary>
/// RubyGems (Gem::Version): runs of digits and letters; a word anywhere makes a pre-release, so words come before numbers;
/// trailing zeros of the release and of the pre-release do not count. A hyphen reads as ".pre.".
/// </summary>
sealed class GemOrder : VersionOrder
{
    protected override int CompareText(string x, string y)
    {
        var (left, right) = (Segments(x), Segments(y));
        for (var i = 0; i < left.Count || i < right.Count; i++)
        {
            var order = CompareSegment(i < left.Count ? left[i] : "0", i < right.Count ? right[i] : "0");
            if (order != 0) return order;
        }
        return 0;
    }

    static int CompareSegment(string x, string y)
    {
        var (xIsNumber, yIsNumber) = (Digits.Are(x), Digits.Are(y));
        if (xIsNumber && yIsNumber) return Digits.Compare(x, y);
        return xIsNumber != yIsNumber ? (xIsNumber ? 1 : -1) : Math.Sign(string.CompareOrdinal(x, y));
    }

    static List<string> Segments(string text)
    {
        var segments = new List<string>();
        var releaseLength = -1;
        ReadOnlySpan<char> rest = text.Replace("-", ".pre.", StringComparison.Ordinal);
        while (!rest.IsEmpty)
        {
            var run = char.IsAsciiDigit(rest[0]) ? Digits.Take(ref rest) : Digits.TakeLetters(ref rest);
            if (run.IsEmpty)
            {
                rest = rest[1..];
                continue;
            }
            if (releaseLength < 0 && !char.IsAsciiDigit(run[0])) releaseLength = DropTrailingZeros(segments, 0);
            segments.Add(run.ToString());
        }
        DropTrailingZeros(segments, Math.Max(releaseLength, 0));
        return segments;
    }

    /// <summary>Drops zeros from the end, down to <paramref name="keep"/> segments, and says how many remain.</summary>
    static int DropTrailingZeros(List<string> segments, int keep)
    {
        while (segments.Count > keep && Digits.AreZero(segments[^1])) segments.RemoveAt(segments.Count - 1);
        return segments.Count;
    }
}
