namespace Merlon.Packages.Versions;

/// <summary>A version by PEP 440: [epoch!]release[pre][post][dev][+local]. Numbers stay text, so that none is too long.</summary>
sealed class Pep440Version
{
    static readonly (string Word, char Phase)[] PreWords =
        [("alpha", 'a'), ("beta", 'b'), ("preview", 'r'), ("pre", 'r'), ("rc", 'r'), ("a", 'a'), ("b", 'b'), ("c", 'r')];

    string epoch = "";
    string[] release = [];
    (char Phase, string Number)? pre;
    string? post;
    string? dev;
    string? local;

    public static Pep440Version? Read(string text)
    {
        ReadOnlySpan<char> rest = text.Trim().ToLowerInvariant();
        var version = new Pep440Version();
        if (rest.StartsWith('v')) rest = rest[1..];
        version.ReadRelease(ref rest);
        if (version.release.Length == 0) return null;
        version.ReadPre(ref rest);
        version.ReadPost(ref rest);
        version.dev = ReadNumbered(ref rest, "dev");
        version.ReadLocal(ref rest);
        return rest.IsEmpty ? version : null;
    }

    public int Compare(Pep440Version other)
    {
        var order = Digits.Compare(epoch, other.epoch);
        if (order == 0) order = CompareRelease(other);
        if (order == 0) order = PreRank.CompareTo(other.PreRank);
        if (order == 0) order = Digits.Compare(pre?.Number, other.pre?.Number);
        if (order == 0) order = CompareOptional(post, other.post, missingIsMore: false);
        if (order == 0) order = CompareOptional(dev, other.dev, missingIsMore: true);
        return order != 0 ? order : CompareLocal(local, other.local);
    }

    // A development release of the final version comes before its pre-releases.
    int PreRank => pre is { } p ? p.Phase : post is null && dev is not null ? 0 : char.MaxValue;

    int CompareRelease(Pep440Version other)
    {
        for (var i = 0; i < release.Length || i < other.release.Length; i++)
        {
            var order = Digits.Compare(release.ElementAtOrDefault(i), other.release.ElementAtOrDefault(i));
            if (order != 0) return order;
        }
        return 0;
    }

    static int CompareOptional(string? x, string? y, bool missingIsMore)
    {
        if (x is not null && y is not null) return Digits.Compare(x, y);
        if (x is null && y is null) return 0;
        return (x is null) == missingIsMore ? 1 : -1;
    }

    /// <summary>Segment by segment; numbers come after words, and no local part before any.</summary>
    static int CompareLocal(string? x, string? y)
    {
        if (x is null || y is null) return (x is not null).CompareTo(y is not null);
        var (left, right) = (x.Split('.'), y.Split('.'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var (xIsNumber, yIsNumber) = (Digits.Are(left[i]), Digits.Are(right[i]));
            var order = xIsNumber != yIsNumber ? xIsNumber.CompareTo(yIsNumber)
                : xIsNumber ? Digits.Compare(left[i], right[i]) : Math.Sign(string.CompareOrdinal(left[i], right[i]));
            if (order != 0) return order;
        }
        return left.Length.CompareTo(right.Length);
    }

    void ReadRelease(ref ReadOnlySpan<char> rest)
    {
        var numbers = new List<string>();
        var bang = rest.IndexOf('!');
        if (bang > 0 && Digits.Are(rest[..bang]))
        {
            epoch = rest[..bang].ToString();
            rest = rest[(bang + 1)..];
        }
        while (Digits.Take(ref rest) is { IsEmpty: false } number)
        {
            numbers.Add(number.ToString());
            if (rest.Length < 2 || rest[0] != '.' || !char.IsAsciiDigit(rest[1])) break;
            rest = rest[1..];
        }
        release = [.. numbers];
    }

    void ReadPre(ref ReadOnlySpan<char> rest)
    {
        foreach (var (word, phase) in PreWords)
        {
            if (ReadNumbered(ref rest, word) is not { } number) continue;
            pre = (phase, number);
            return;
        }
    }

    void ReadPost(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length > 1 && rest[0] == '-' && char.IsAsciiDigit(rest[1]))
        {
            rest = rest[1..];
            post = Digits.Take(ref rest).ToString();
            return;
        }
        post = ReadNumbered(ref rest, "post") ?? ReadNumbered(ref rest, "rev") ?? ReadNumbered(ref rest, "r");
    }

    /// <summary>Reads "[.-_]word[.-_]number"; the number may be missing and is then zero.</summary>
    static string? ReadNumbered(ref ReadOnlySpan<char> rest, string word)
    {
        var after = AfterSeparator(rest);
        if (!after.StartsWith(word, StringComparison.Ordinal)) return null;
        after = after[word.Length..];
        var number = AfterSeparator(after);
        if (number.IsEmpty || !char.IsAsciiDigit(number[0]))
        {
            // "1.0rc" followed by more letters is another word, not this one.
            if (!after.IsEmpty && char.IsAsciiLetter(after[0])) return null;
            rest = after;
            return "0";
        }
        var digits = Digits.Take(ref number).ToString();
        rest = number;
        return digits;
    }

    static ReadOnlySpan<char> AfterSeparator(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] is '.' or '-' or '_' ? text[1..] : text;

    void ReadLocal(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || rest[0] != '+') return;
        var text = rest[1..].ToString().Replace('-', '.').Replace('_', '.');
        if (text.Split('.').Any(part => part.Length == 0 || !part.All(char.IsAsciiLetterOrDigit))) return;
        local = text;
        rest = [];
    }
}
