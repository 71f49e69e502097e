namespace Merlon.Packages.Versions;

/// <summary>An apk version taken apart. Suffix ranks below zero come before the version without one.</summary>
sealed class AlpineVersion
{
    static readonly Dictionary<string, int> Ranks = new(StringComparer.Ordinal)
    {
        ["alpha"] = -4, ["beta"] = -3, ["pre"] = -2, ["rc"] = -1, ["cvs"] = 1, ["svn"] = 2, ["git"] = 3, ["hg"] = 4, ["p"] = 5,
    };

    /// <summary>Numbers, each with the letter that follows it ('\0' for none).</summary>
    public List<(string Number, char Letter)> Numbers { get; } = [];
    public List<(int Rank, string Number)> Suffixes { get; } = [];
    public string Revision { get; private set; } = "";

    /// <summary>Whether the text was understood to its end.</summary>
    public bool IsReadable { get; private set; }

    public static AlpineVersion Read(string text)
    {
        var version = new AlpineVersion();
        var rest = text.AsSpan().Trim();
        version.ReadNumbers(ref rest);
        version.ReadSuffixes(ref rest);
        if (rest.StartsWith("-r", StringComparison.Ordinal))
        {
            rest = rest[2..];
            version.Revision = Digits.Take(ref rest).ToString();
        }
        version.IsReadable = rest.IsEmpty;
        return version;
    }

    void ReadNumbers(ref ReadOnlySpan<char> rest)
    {
        do
        {
            var number = Digits.Take(ref rest).ToString();
            var letter = rest.IsEmpty || !char.IsAsciiLetterLower(rest[0]) ? '\0' : rest[0];
            if (letter != '\0') rest = rest[1..];
            Numbers.Add((number, letter));
            // "6.0p1": a number follows the letter directly.
            if (letter != '\0' && !rest.IsEmpty && char.IsAsciiDigit(rest[0])) continue;
            if (!rest.StartsWith('.')) return;
            rest = rest[1..];
        }
        while (true);
    }

    void ReadSuffixes(ref ReadOnlySpan<char> rest)
    {
        while (rest.StartsWith('_'))
        {
            var after = rest[1..];
            if (!Ranks.TryGetValue(Digits.TakeLetters(ref after).ToString(), out var rank)) return;
            Suffixes.Add((rank, Digits.Take(ref after).ToString()));
            rest = after;
        }
        if (!rest.StartsWith('~')) return;
        var hyphen = rest.IndexOf('-');
        rest = hyphen < 0 ? [] : rest[hyphen..];
    }
}
