namespace Merlon.Packages.Versions;

/// <summary>CRAN (R's package_version): numbers between dots or hyphens; a longer list comes after its own beginning.</summary>
sealed class CranOrder : VersionOrder
{
    protected override int CompareText(string x, string y) => NumberLists.Compare(x, y, ".-");
}

/// <summary>Hackage (Haskell's Data.Version): numbers between dots; a longer list comes after its own beginning.</summary>
sealed class HackageOrder : VersionOrder
{
    protected override int CompareText(string x, string y) => NumberLists.Compare(x, y, ".");
}

/// <summary>Lists of numbers compared one by one; what is not a number is compared as text and comes before numbers.</summary>
static class NumberLists
{
    public static int Compare(ReadOnlySpan<char> x, ReadOnlySpan<char> y, string separators)
    {
        while (!x.IsEmpty && !y.IsEmpty)
        {
            var order = CompareOne(Take(ref x, separators), Take(ref y, separators));
            if (order != 0) return order;
        }
        return y.IsEmpty.CompareTo(x.IsEmpty);
    }

    static int CompareOne(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var (xIsNumber, yIsNumber) = (Digits.Are(x), Digits.Are(y));
        if (xIsNumber && yIsNumber) return Digits.Compare(x, y);
        return xIsNumber != yIsNumber ? (xIsNumber ? 1 : -1) : Math.Sign(x.SequenceCompareTo(y));
    }

    static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> rest, string separators)
    {
        var end = rest.IndexOfAny(separators);
        var taken = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return taken;
    }
}
