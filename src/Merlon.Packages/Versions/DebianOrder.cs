namespace Merlon.Packages.Versions;

/// <summary>Debian Policy 5.6.12: [epoch:]upstream[-revision]; "~" sorts before everything, even the end, and letters before other signs.</summary>
sealed class DebianOrder : VersionOrder
{
    protected override int CompareText(string x, string y)
    {
        var left = x.AsSpan().Trim();
        var right = y.AsSpan().Trim();
        var order = Digits.Compare(TakeEpoch(ref left), TakeEpoch(ref right));
        if (order != 0) return order;

        var leftRevision = TakeRevision(ref left);
        var rightRevision = TakeRevision(ref right);
        order = ComparePart(left, right);
        return order != 0 ? order : ComparePart(leftRevision, rightRevision);
    }

    static ReadOnlySpan<char> TakeEpoch(ref ReadOnlySpan<char> rest)
    {
        var colon = rest.IndexOf(':');
        if (colon < 0 || !Digits.Are(rest[..colon])) return [];
        var epoch = rest[..colon];
        rest = rest[(colon + 1)..];
        return epoch;
    }

    static ReadOnlySpan<char> TakeRevision(ref ReadOnlySpan<char> rest)
    {
        var hyphen = rest.LastIndexOf('-');
        if (hyphen < 0) return [];
        var revision = rest[(hyphen + 1)..];
        rest = rest[..hyphen];
        return revision;
    }

    static int ComparePart(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        while (!x.IsEmpty || !y.IsEmpty)
        {
            var order = CompareSigns(Digits.TakeOthers(ref x), Digits.TakeOthers(ref y));
            if (order == 0) order = Digits.Compare(Digits.Take(ref x), Digits.Take(ref y));
            if (order != 0) return order;
        }
        return 0;
    }

    static int CompareSigns(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        for (var i = 0; i < x.Length || i < y.Length; i++)
        {
            var order = Weight(x, i).CompareTo(Weight(y, i));
            if (order != 0) return order;
        }
        return 0;
    }

    static int Weight(ReadOnlySpan<char> text, int at) => at >= text.Length ? 0 : text[at] switch
    {
        '~' => -1,
        var c when char.IsAsciiLetter(c) => c,
        var c => c + 256,
    };
}
