namespace Merlon.Packages.Versions;

/// <summary>Runs of ASCII digits as numbers of any length, and the walk over a text run by run that most orders share.</summary>
static class Digits
{
    public static bool Are(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Compares two runs of digits by value; an empty run is zero.</summary>
    public static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        x = x.TrimStart('0');
        y = y.TrimStart('0');
        return x.Length != y.Length ? x.Length.CompareTo(y.Length) : Math.Sign(x.SequenceCompareTo(y));
    }

    public static bool AreZero(ReadOnlySpan<char> text) => Are(text) && text.TrimStart('0').IsEmpty;

    /// <summary>Takes the digits that <paramref name="rest"/> begins with off it; there may be none.</summary>
    public static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExceptInRange('0', '9');
        return TakeFirst(ref rest, length < 0 ? rest.Length : length);
    }

    /// <summary>Takes the ASCII letters that <paramref name="rest"/> begins with off it; there may be none.</summary>
    public static ReadOnlySpan<char> TakeLetters(ref ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetter(rest[length])) length++;
        return TakeFirst(ref rest, length);
    }

    /// <summary>Takes everything before the first digit off <paramref name="rest"/>.</summary>
    public static ReadOnlySpan<char> TakeOthers(ref ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyInRange('0', '9');
        return TakeFirst(ref rest, length < 0 ? rest.Length : length);
    }

    static ReadOnlySpan<char> TakeFirst(ref ReadOnlySpan<char> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
