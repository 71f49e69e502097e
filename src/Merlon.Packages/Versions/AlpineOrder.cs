namespace Merlon.Packages.Versions;

/// <summary>
/// Alpine's apk: number{.number}[letter[number]]{_suffix[number]}[~hash][-r number]. A number after the first that begins
/// with zero is compared as text, as a fraction. A version with something unreadable at its end comes before the same without.
/// </summary>
sealed class AlpineOrder : VersionOrder
{
    protected override int CompareText(string x, string y)
    {
        var (left, right) = (AlpineVersion.Read(x), AlpineVersion.Read(y));
        var order = CompareNumbers(left.Numbers, right.Numbers);
        if (order == 0) order = CompareSuffixes(left.Suffixes, right.Suffixes);
        if (order == 0) order = Digits.Compare(left.Revision, right.Revision);
        return order != 0 ? order : left.IsReadable.CompareTo(right.IsReadable);
    }

    static int CompareNumbers(List<(string Number, char Letter)> x, List<(string Number, char Letter)> y)
    {
        for (var i = 0; i < Math.Min(x.Count, y.Count); i++)
        {
            var order = CompareNumber(x[i].Number, y[i].Number, first: i == 0);
            if (order == 0) order = CompareLetters(x, y, i);
            if (order != 0) return order;
        }
        if (x.Count == y.Count) return 0;
        // A dot without a number behind it makes a version less, not more.
        var further = x.Count > y.Count ? x[y.Count] : y[x.Count];
        return (x.Count > y.Count) == (further.Number.Length > 0) ? 1 : -1;
    }

    /// <summary>A letter is more than none, but less than a further number: 1.0 &lt; 1.0a &lt; 1.0.1.</summary>
    static int CompareLetters(List<(string Number, char Letter)> x, List<(string Number, char Letter)> y, int at)
    {
        var order = x[at].Letter.CompareTo(y[at].Letter);
        if (order == 0) return 0;
        var (without, next) = order < 0 ? (x[at].Letter, x.ElementAtOrDefault(at + 1)) : (y[at].Letter, y.ElementAtOrDefault(at + 1));
        return without == '\0' && next.Number is { Length: > 0 } ? -order : order;
    }

    static int CompareNumber(string x, string y, bool first)
    {
        var asFractions = !first && (x.StartsWith('0') || y.StartsWith('0'));
        return asFractions ? Math.Sign(string.CompareOrdinal(x, y)) : Digits.Compare(x, y);
    }

    static int CompareSuffixes(List<(int Rank, string Number)> x, List<(int Rank, string Number)> y)
    {
        for (var i = 0; i < x.Count || i < y.Count; i++)
        {
            var (a, b) = (x.ElementAtOrDefault(i), y.ElementAtOrDefault(i));
            var order = a.Rank.CompareTo(b.Rank);
            if (order == 0) order = Digits.Compare(a.Number, b.Number);
            if (order != 0) return order;
        }
        return 0;
    }
}
