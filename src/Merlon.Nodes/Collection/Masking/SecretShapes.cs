namespace Merlon.Nodes.Collection.Masking;

/// <summary>What secrets look like, whatever they are called.</summary>
static class SecretShapes
{
    const int ShortestRandom = 32;
    const double RandomBits = 4.3;

    static readonly string[] Beginnings =
    [
        "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xoxa-", "xapp-", "AKIA", "ASIA", "AIza",
        "sk_live_", "rk_live_", "sk-", "npm_", "pypi-", "dop_v1_", "hvs.", "SG.", "eyJ", "-----BEGIN", "AGE-SECRET-KEY-",
    ];

    /// <summary>Whether the whole value is a key, a token, or random enough to be one.</summary>
    public static bool IsSecret(string value)
    {
        var text = value.Trim();
        return Array.Exists(Beginnings, beginning => text.Length > beginning.Length + 8 && text.StartsWith(beginning, StringComparison.Ordinal))
            || (text.Length >= ShortestRandom && text.All(IsKeyCharacter) && text.Any(char.IsAsciiDigit) && Entropy(text) >= RandomBits);
    }

    /// <summary>
    /// The text with masks for passwords in addresses (<c>scheme://user:password@host</c>), for what follows a name that
    /// says secret (<c>--password x</c>, <c>token=x</c>), and for words that are secrets by themselves.
    /// </summary>
    public static string HideInText(string text)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && words[i].Length > 0 && words[i - 1].StartsWith('-') && !words[i - 1].Contains('=', StringComparison.Ordinal) && SecretMask.NamesSecret(words[i - 1].TrimStart('-')))
                words[i] = SecretMask.Mask;
            else
                words[i] = HideInWord(words[i]);
        }

        return string.Join(' ', words);
    }

    static string HideInWord(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && equals + 1 < word.Length && SecretMask.NamesSecret(word[..equals].TrimStart('-', '"', '\''))) return word[..(equals + 1)] + SecretMask.Mask;
        return IsSecret(word[(equals + 1)..].Trim('"', '\'')) ? word[..(equals + 1)] + SecretMask.Mask : HideUserInfo(word);
    }

    static string HideUserInfo(string word)
    {
        var scheme = word.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return word;
        var authority = scheme + 3;
        var end = word.AsSpan(authority).IndexOfAny('/', '?', '#') is var slash and >= 0 ? authority + slash : word.Length;
        var at = word.LastIndexOf('@', end - 1);
        var colon = at < authority ? -1 : word.IndexOf(':', authority, at - authority);
        return colon < 0 ? word : $"{word[..(colon + 1)]}{SecretMask.Mask}{word[at..]}";
    }

    static bool IsKeyCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '=' or '_' or '-';

    /// <summary>Shannon's, in bits per character: English words have about 3.5, random base64 of this length over 4.5.</summary>
    static double Entropy(string text) =>
        text.GroupBy(c => c).Select(group => (double)group.Count() / text.Length).Sum(share => -share * Math.Log2(share));
}
