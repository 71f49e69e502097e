using System.Buffers;

namespace Merlon.Packages.Versions;

/// <summary>
/// Semantic Versioning 2.0.0, section 11: numbers, then pre-release identifiers; build metadata does not count.
/// Tolerant where ecosystems are: a leading "v", fewer or more than three numbers.
/// </summary>
sealed class SemVerOrder : VersionOrder
{
    protected override int CompareText(string x, string y)
    {
        var left = SemVerText.Split(x);
        var right = SemVerText.Split(y);
        var order = SemVerText.CompareNumbers(left.Numbers, right.Numbers);
        return order != 0 ? order : SemVerText.ComparePreRelease(left.PreRelease, right.PreRelease, ignoreCase: false);
    }
}

/// <summary>The three parts of a semantic version and how each is compared; NuGet and Pub share them.</summary>
static class SemVerText
{
    public readonly ref struct Parts
    {
        public required ReadOnlySpan<char> Numbers { get; init; }
        public required ReadOnlySpan<char> PreRelease { get; init; }
        public required ReadOnlySpan<char> Build { get; init; }
    }

    static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.");

    public static Parts Split(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length > 0 && text[0] is 'v' or 'V' or '=') text = text[1..];
        var plus = text.IndexOf('+');
        var build = plus < 0 ? [] : text[(plus + 1)..];
        if (plus >= 0) text = text[..plus];

        var end = text.IndexOfAnyExcept(NumberSigns);
        if (end < 0) end = text.Length;
        var rest = text[end..];
        // "1.2.3beta" is read as "1.2.3-beta", as lenient readers do.
        return new() { Numbers = text[..end].TrimEnd('.'), PreRelease = rest.StartsWith('-') ? rest[1..] : rest, Build = build };
    }

    /// <summary>Compares dotted numbers; the shorter list is filled with zeros.</summary>
    public static int CompareNumbers(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        while (!x.IsEmpty || !y.IsEmpty)
        {
            var order = Digits.Compare(TakeIdentifier(ref x), TakeIdentifier(ref y));
            if (order != 0) return order;
        }
        return 0;
    }

    /// <summary>Compares pre-release identifiers; none at all comes after any.</summary>
    public static int ComparePreRelease(ReadOnlySpan<char> x, ReadOnlySpan<char> y, bool ignoreCase) =>
        x.IsEmpty || y.IsEmpty ? x.IsEmpty.CompareTo(y.IsEmpty) : CompareIdentifiers(x, y, ignoreCase);

    /// <summary>Compares dotted identifiers: numbers by value and before words, words by code point, fewer before more.</summary>
    public static int CompareIdentifiers(ReadOnlySpan<char> x, ReadOnlySpan<char> y, bool ignoreCase)
    {
        while (!x.IsEmpty && !y.IsEmpty)
        {
            var order = CompareIdentifier(TakeIdentifier(ref x), TakeIdentifier(ref y), ignoreCase);
            if (order != 0) return order;
        }
        return y.IsEmpty.CompareTo(x.IsEmpty);
    }

    static int CompareIdentifier(ReadOnlySpan<char> x, ReadOnlySpan<char> y, bool ignoreCase)
    {
        var (xIsNumber, yIsNumber) = (Digits.Are(x), Digits.Are(y));
        if (xIsNumber && yIsNumber) return Digits.Compare(x, y);
        if (xIsNumber != yIsNumber) return xIsNumber ? -1 : 1;
        return Math.Sign(x.CompareTo(y, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
    }

    static ReadOnlySpan<char> TakeIdentifier(ref ReadOnlySpan<char> rest)
    {
        var dot = rest.IndexOf('.');
        var taken = dot < 0 ? rest : rest[..dot];
        rest = dot < 0 ? [] : rest[(dot + 1)..];
        return taken;
    }
}
