using Merlon.Analysis.Secrets.Checks;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Private keys in the armour of PEM, OpenSSH, OpenPGP and SSH2, also inside a string with <c>\n</c> for line ends. The armour alone, as programs
/// that look for keys have it, is none: there must be a body.</summary>
internal static class PrivateKeyMatcher
{
    private const int LongestKey = 32 * 1024;
    private const int FewestCharacters = 40;
    private const double LeastEntropy = 3.3;

    public static void Match(ref SecretLook look, SecretKind kind, SecretKind encrypted)
    {
        var text = look.Text;
        var lineStart = Math.Max(look.LineStart(look.At), look.At - 64);
        var begin = text[lineStart..look.At].LastIndexOf("-----BEGIN "u8);
        if (begin < 0) begin = text[lineStart..look.At].LastIndexOf("---- BEGIN "u8);
        if (begin < 0) return;
        var start = lineStart + begin;
        var rest = text.Slice(look.End, Math.Min(LongestKey, text.Length - look.End));
        var close = rest[..Math.Min(24, rest.Length)].IndexOf("----"u8);
        if (close < 0) return;
        var bodyStart = close + 5;
        var end = rest.IndexOf("-END "u8) is var dashes && dashes < 0 ? rest.IndexOf("- END "u8) : dashes;
        var body = rest[Math.Min(bodyStart, rest.Length)..(end < 0 ? rest.Length : Math.Max(bodyStart, end))];
        var shown = LongestRun(body);
        if (shown.Length < FewestCharacters || Randomness.Entropy(shown) < LeastEntropy || Randomness.IsRegular(shown)) return;
        var locked = text[start..look.End].IndexOf("ENCRYPTED"u8) >= 0 || body.IndexOf("ENCRYPTED"u8) >= 0 || IsLockedOpenSsh(body);
        look.Add(locked ? encrypted : kind, start, look.End + bodyStart + body.Length);
    }

    /// <summary>The longest line of base 64, as the text between is no key: a body has lines of 64 characters or more, but for short keys.</summary>
    private static string LongestRun(ReadOnlySpan<byte> body)
    {
        var (best, length) = (0, 0);
        for (int start = 0, i = 0; i <= body.Length; i++)
        {
            if (i < body.Length && (char.IsAsciiLetterOrDigit((char)body[i]) || body[i] is (byte)'+' or (byte)'/' or (byte)'=')) continue;
            // The n of \n is no part of the line after it.
            if (start > 0 && start < i && body[start - 1] == '\\') start++;
            if (i - start > length) (best, length) = (start, i - start);
            start = i + 1;
        }
        return System.Text.Encoding.ASCII.GetString(body.Slice(best, Math.Min(length, 400)));
    }

    // The format names its cipher in clear: openssh-key-v1, then a length and "none" or a cipher.
    private static bool IsLockedOpenSsh(ReadOnlySpan<byte> body) =>
        body.IndexOf("b3BlbnNzaC1rZXktdjEAAAAA"u8) is >= 0 and var at && body.Length > at + 64
        && Base64Text.TryDecode(System.Text.Encoding.ASCII.GetString(body.Slice(at, 64)), out var bytes) && bytes.AsSpan().IndexOf("none"u8) < 0;
}
