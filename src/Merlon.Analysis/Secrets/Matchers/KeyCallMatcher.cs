using System.Text.RegularExpressions;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Keys that stand as literals in the calls that encrypt or sign with them: <c>new SecretKeySpec("x".getBytes(), "AES")</c>, <c>hmac.new(b"x", ...)</c>.</summary>
internal static partial class KeyCallMatcher
{
    private const int LongestCall = 200;
    private const int ShortestKey = 16;
    private const double LeastEntropy = 3.3;

    public static void Match(ref SecretLook look, SecretKind kind)
    {
        if (look.File.Test || look.File.Generated || look.File.Class == TextClass.Prose) return;
        var call = look.Between(look.End, Math.Min(look.LineEnd(look.End), look.End + LongestCall));
        foreach (Match literal in Literal().Matches(call))
        {
            var value = literal.Groups["value"];
            if (value.Length < ShortestKey || !IsKey(value.Value)) continue;
            look.Add(kind, look.End + value.Index, look.End + value.Index + value.Length, "key");
            return;
        }
    }

    // The name of an algorithm, of a setting or of a file is none.
    private static bool IsKey(string value) =>
        Randomness.Entropy(value) >= LeastEntropy && !Randomness.IsWordy(value) && !Placeholders.Is(value) && !value.Contains("://", StringComparison.Ordinal)
        && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && !Algorithm().IsMatch(value);

    [GeneratedRegex(@"[""'](?<value>[^""'\\\s]{16,256})[""']", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex("^(?i:aes|des|3des|rsa|sha|hmac|pbkdf|chacha|xchacha|ecdsa|hs|rs)[A-Za-z]*[-_/0-9]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Algorithm();
}
