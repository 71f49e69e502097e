using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Passwords that are the last of several literals in a call that takes a user and a password: <c>new NetworkCredential("robot", "x")</c>.</summary>
internal static class CallMatcher
{
    private const int LongestCall = 240;
    private const int ShortestPassword = 6;

    public static void Match(ref SecretLook look, SecretKind kind)
    {
        if (look.File.Test || look.File.Class == TextClass.Prose) return;
        var call = look.Text[look.End..Math.Min(look.Text.Length, look.End + LongestCall)];
        if (call.IndexOfAny((byte)')', (byte)'\n') is >= 0 and var close) call = call[..close];
        // The last literal that can be one: a name of a database or a domain may stand behind it.
        var (literals, found) = (0, (Start: 0, End: 0));
        for (var at = 0; call[at..].IndexOfAny((byte)'"', (byte)'\'') is >= 0 and var quote;)
        {
            var first = at + quote + 1;
            var length = call[first..].IndexOf(call[first - 1]);
            if (length < 0) break;
            if (++literals > 1 && IsPassword(look.Between(look.End + first, look.End + first + length))) found = (first, first + length);
            at = first + length + 1;
        }
        if (found.End > 0) look.Add(kind, look.End + found.Start, look.End + found.End, "password");
    }

    private static bool IsPassword(string value) =>
        value.Length >= ShortestPassword && !value.Contains(' ', StringComparison.Ordinal) && !value.Contains("://", StringComparison.Ordinal) && !Placeholders.Is(value) && !Passwords.IsPlainWord(value);
}
