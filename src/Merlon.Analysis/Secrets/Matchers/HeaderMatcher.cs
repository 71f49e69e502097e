using System.Text;
using Merlon.Analysis.Secrets.Checks;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Credentials in HTTP headers: <c>Authorization: Basic</c> and <c>Bearer</c>, wherever the header stands.</summary>
internal static class HeaderMatcher
{
    private const int LongestToken = 4096;

    /// <summary>User and password in base 64; the password is judged as any other.</summary>
    public static void Basic(ref SecretLook look, SecretKind kind)
    {
        var end = TokenEnd(look, look.End);
        if (end - look.End is < 8 or > 512 || !IsHeader(look)) return;
        var token = look.Between(look.End, end);
        if (Password(token) is { } password && !Placeholders.Is(password)) look.Add(kind, look.End, end, "authorization");
    }

    public static void Bearer(ref SecretLook look, SecretKind kind)
    {
        var end = TokenEnd(look, look.End);
        if (end - look.End < 16 || !IsHeader(look)) return;
        var token = look.Between(look.End, end);
        if (Placeholders.Is(token) || Randomness.IsWordy(token) || Randomness.Entropy(token) < 3.2 || !token.Any(char.IsAsciiDigit)) return;
        if (look.File.Test && Randomness.Entropy(token) < 3.7) return;
        look.Add(kind, look.End, end, "authorization");
    }

    /// <summary>The password of <c>user:password</c> in base 64, or null.</summary>
    public static string? Password(string token)
    {
        if (token.Length < 8 || !Base64Text.TryDecode(token, out var bytes) || bytes.AsSpan().ContainsAnyExceptInRange((byte)32, (byte)126)) return null;
        var text = Encoding.ASCII.GetString(bytes);
        var colon = text.IndexOf(':');
        return colon >= 0 && colon < text.Length - 3 ? text[(colon + 1)..] : null;
    }

    private static bool IsHeader(SecretLook look)
    {
        var before = look.Text[Math.Max(0, look.At - 40)..look.At];
        return Encoding.Latin1.GetString(before).Contains("uth", StringComparison.Ordinal);
    }

    private static int TokenEnd(SecretLook look, int start)
    {
        var text = look.Text[start..Math.Min(look.Text.Length, start + LongestToken)];
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit((char)text[length]) || text[length] is (byte)'+' or (byte)'/' or (byte)'=' or (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~' or (byte)'$' or (byte)'{' or (byte)':')) length++;
        return start + length;
    }
}
