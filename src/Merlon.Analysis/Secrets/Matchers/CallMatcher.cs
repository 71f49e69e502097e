using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Passwords that are the last of several literals in a call that takes a user and a password: <c>new NetworkCredential("robot", "x")</c>.</summary>
internal static class CallMatcher
{
    private const int LongestCall = 240;
    private const int ShortestPassword = 6;

    // Calls of any library: there a literal must look like a password by itself.
    private static readonly string[] Broad = ["connect(", "login(", "authenticate(", "sign_in(", "signin(", "logon(", "wifi.begin("];

    /// <param name="token">What a call may take as its only literal: <c>client.login("x")</c>.</param>
    public static void Match(ref SecretLook look, SecretKind kind, SecretKind token)
    {
        if (look.File.Test || look.File.Class == TextClass.Prose) return;
        // A keyword may hold the beginning of the first literal.
        var from = look.Text[look.At..look.End].IndexOfAny((byte)'"', (byte)'\'') is >= 0 and var inside ? look.At + inside : look.End;
        var call = look.Text[from..Math.Min(look.Text.Length, from + LongestCall)];
        call = call[..EndOf(call)];
        var before = TakesOne(look.Text[look.At..]) ? 0 : 1;
        var broad = Array.IndexOf(Broad, look.Between(look.At, look.End).ToLowerInvariant()) >= 0;
        // The last literal that can be one: a name of a database or a domain may stand behind it.
        var (literals, found) = (0, (Start: 0, End: 0));
        for (var at = 0; call[at..].IndexOfAny((byte)'"', (byte)'\'') is >= 0 and var quote;)
        {
            var first = at + quote + 1;
            var length = call[first..].IndexOf(call[first - 1]);
            if (length < 0) break;
            var value = look.Between(from + first, from + first + length);
            if (++literals > before && IsPassword(value) && (!broad || Passwords.IsStrong(value)) && !(found.End > 0 && IsPlace(value))) found = (first, first + length);
            if (literals == 1 && value.Length >= token.MinLength && token.Shape.IsMatch(value)) look.Add(token, from + first, from + first + length, "token");
            at = first + length + 1;
        }
        if (found.End > 0) look.Add(kind, from + found.Start, from + found.End, "password");
    }

    // The bracket that closes the call, past those of "x".to_string() and behind literals.
    private static int EndOf(ReadOnlySpan<byte> call)
    {
        var depth = 0;
        for (var at = 0; at < call.Length; at++)
        {
            if (call[at] == '\n' || (call[at] == ')' && depth-- == 0)) return at;
            if (call[at] == '(') depth++;
            else if (call[at] is (byte)'"' or (byte)'\'' && call[(at + 1)..].IndexOf(call[at]) is >= 0 and var length) at += length + 1;
        }
        return call.Length;
    }

    // A host with a service or the class of a driver behind the password.
    private static bool IsPlace(string value) => value.Contains('/', StringComparison.Ordinal) || (value.Contains('.', StringComparison.Ordinal) && value.All(c => char.IsAsciiLetter(c) || c == '.'));

    // jwt.sign(claims, "x"), ssh.Password("x"): the only literal is the secret.
    private static bool TakesOne(ReadOnlySpan<byte> call) => call.StartsWith("jwt."u8) || call.StartsWith("ssh.Password"u8) || call.StartsWith(".auth("u8) || call.StartsWith("unsafePlainText"u8) || call.StartsWith("unsafe_plain_text"u8);

    private static bool IsPassword(string value) =>
        IsAppPassword(value) || value.Length >= ShortestPassword && !value.Contains(' ', StringComparison.Ordinal) && !IsQuery(value) && !value.Contains("://", StringComparison.Ordinal) && !Placeholders.Is(value) && !Passwords.IsPlainWord(value);

    // "cn=reader,dc=heron,dc=io", "(objectClass=person)": a name or a filter in a directory.
    private static bool IsQuery(string value) => value[0] is '(' or '{' || value.Contains("dc=", StringComparison.OrdinalIgnoreCase) || value.Contains("ou=", StringComparison.OrdinalIgnoreCase);

    // "abcd efgh ijkl mnop" of Google's accounts
    private static bool IsAppPassword(string value) => value.Length == 19 && value.Split(' ') is { Length: 4 } parts && parts.All(p => p.Length == 4 && p.All(char.IsAsciiLetterOrDigit)) && !parts.All(p => Randomness.IsSpoken(p.Where(char.IsAsciiLetter).ToArray()));
}
