namespace Merlon.Packages.Versions;

/// <summary>
/// Maven's version order (POM reference, "Version Order Specification"): tokens between dots, hyphens and changes between
/// digits and letters, each with its separator; trailing "null" tokens are trimmed before each hyphen and at the end.
/// </summary>
sealed class MavenOrder : VersionOrder
{
    protected override int CompareText(string x, string y)
    {
        var (left, right) = (MavenToken.Read(x), MavenToken.Read(y));
        for (var i = 0; i < left.Count || i < right.Count; i++)
        {
            // The shorter one is filled with the null value that fits the other's separator.
            var a = i < left.Count ? left[i] : MavenToken.Null(right[i]);
            var b = i < right.Count ? right[i] : MavenToken.Null(left[i]);
            var order = a.CompareTo(b);
            if (order != 0) return order;
        }
        return 0;
    }
}

/// <summary>One token of a Maven version: a number or a qualifier, behind a dot or a hyphen.</summary>
readonly record struct MavenToken(bool AfterHyphen, string Text) : IComparable<MavenToken>
{
    static readonly string[] Qualifiers = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];

    bool IsNumber => Digits.Are(Text);
    bool IsNull => Text.Length == 0 || Digits.AreZero(Text);

    public static MavenToken Null(MavenToken other) => new(other.AfterHyphen, other.IsNumber && !other.AfterHyphen ? "0" : "");

    public int CompareTo(MavenToken other)
    {
        var order = Rank.CompareTo(other.Rank);
        if (order != 0) return order;
        return IsNumber ? Digits.Compare(Text, other.Text) : CompareQualifiers(Text, other.Text);
    }

    // ".qualifier" < "-qualifier" < "-number" < ".number"
    int Rank => (IsNumber, AfterHyphen) switch { (false, false) => 0, (false, true) => 1, (true, true) => 2, (true, false) => 3 };

    static int CompareQualifiers(string x, string y)
    {
        var (xRank, yRank) = (Array.IndexOf(Qualifiers, x), Array.IndexOf(Qualifiers, y));
        // Unknown qualifiers come after the known ones, in alphabetical order.
        if (xRank >= 0 && yRank >= 0) return xRank.CompareTo(yRank);
        return xRank < 0 && yRank < 0 ? Math.Sign(string.CompareOrdinal(x, y)) : xRank < 0 ? 1 : -1;
    }

    public static List<MavenToken> Read(string version)
    {
        var text = version.Trim().ToLowerInvariant();
        var tokens = new List<MavenToken>();
        var (start, afterHyphen) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var atSeparator = i == text.Length || text[i] is '.' or '-';
            var atChange = !atSeparator && i > start && char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(text[i - 1]);
            if (!atSeparator && !atChange) continue;

            var beforeDigit = atChange && char.IsAsciiDigit(text[i]);
            tokens.Add(new(afterHyphen, Canonical(text[start..i], beforeDigit)));
            afterHyphen = atChange || (i < text.Length && text[i] == '-');
            start = atChange ? i : i + 1;
        }
        Trim(tokens);
        return tokens;
    }

    static string Canonical(string token, bool beforeDigit) => token switch
    {
        "" => "0",
        "a" when beforeDigit => "alpha",
        "b" when beforeDigit => "beta",
        "m" when beforeDigit => "milestone",
        "cr" => "rc",
        "final" or "ga" or "release" => "",
        _ => token,
    };

    /// <summary>Removes null tokens at the end, and before each hyphen that remains.</summary>
    static void Trim(List<MavenToken> tokens)
    {
        var end = tokens.Count;
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            if (tokens[i].IsNull && i == end - 1)
            {
                tokens.RemoveAt(i);
                end = i;
            }
            else if (tokens[i].AfterHyphen)
            {
                end = i;
            }
        }
    }
}
