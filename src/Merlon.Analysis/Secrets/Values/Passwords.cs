using System.Buffers;

namespace Merlon.Analysis.Secrets.Values;

/// <summary>What can be said of a password by looking at it.</summary>
internal static class Passwords
{
    private const int ShortestPassPhrase = 12;
    private static readonly SearchValues<char> Marks = SearchValues.Create("-_./: ");

    /// <summary>Letters, digits and marks mixed as nobody writes words, or long chance.</summary>
    public static bool IsStrong(string value) =>
        value.Length >= 8 && !Randomness.IsWordy(value) && (Classes(value) >= 3 || (value.Length >= 16 && Randomness.Entropy(value) >= 3.3));

    /// <summary>A word, or words with marks between them: a name, a setting, a label.</summary>
    public static bool IsPlainWord(string value) =>
        !IsSigned(value) && (IsOneWord(value.TrimEnd('?', ':', ',')) || IsSentence(value) || (value.AsSpan().IndexOfAnyExcept(Joined) < 0 && Randomness.IsWordy(value))
        && (!value.AsSpan().ContainsAnyInRange('0', '9') || value.AsSpan().ContainsAny(Marks)) && !IsPassPhrase(value));

    // Mot-de-passe-1: words of whatever language, and a small number.
    private static bool IsSentence(string value) =>
        value.Split('-', ' ') is { Length: > 2 } parts && parts.All(p => p.Length > 0 && (p.Length <= 2 && p.All(char.IsAsciiDigit) || p.All(char.IsAsciiLetter) && Randomness.IsSpoken(p)));

    // Copperheron4821-: nobody ends a name with a number and a mark.
    private static bool IsSigned(string value) => value.Length >= 8 && value[^1] is '-' or '_' or '.' && char.IsAsciiDigit(value[^2]) && char.IsAsciiDigit(value[^3]);

    /// <summary>The form of Apple's passwords for one app: abcd-efgh-ijkl-mnop, no words.</summary>
    public static bool IsOfApple(string value) => value.Split('-') is { Length: 4 } parts && parts.All(p => p.Length == 4 && p.All(char.IsAsciiLetterLower)) && !parts.All(p => Randomness.IsSpoken(p));

    /// <summary>Copper-Heron48: words with capitals, a mark between them and a number behind.</summary>
    public static bool IsPassPhrase(string value) =>
        value.Length >= ShortestPassPhrase && value.Any(char.IsAsciiLetterLower) && value.Count(char.IsAsciiLetterUpper) >= 2 && value.AsSpan().Count(value.FirstOrDefault(c => Marks.Contains(c))) == 1
        && char.IsAsciiDigit(value[^1]) && char.IsAsciiDigit(value[^2]) && !value.Contains(' ', StringComparison.Ordinal) && !value.Contains('/', StringComparison.Ordinal) && !value.Contains(':', StringComparison.Ordinal);

    // Small letters, with a capital before them or all capitals: a word of whatever language, unless too long for one.
    private static bool IsOneWord(string value) =>
        value.All(char.IsAsciiLetter) && (value.Length <= 14 || Randomness.IsSpoken(value)) && (value.Skip(1).All(char.IsAsciiLetterLower) || value.All(char.IsAsciiLetterUpper));

    /// <summary>How many of small letters, capitals, digits and marks there are.</summary>
    public static int Classes(string value) =>
        (value.Any(char.IsAsciiLetterLower) ? 1 : 0) + (value.Any(char.IsAsciiLetterUpper) ? 1 : 0) + (value.Any(char.IsAsciiDigit) ? 1 : 0) + (value.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);

    private static readonly System.Buffers.SearchValues<char> Joined = System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_. /:");
}
