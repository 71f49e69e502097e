using System.Buffers;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Secrets that stand in files made to hold them, in those files' own notation.</summary>
internal static class FileMatchers
{
    private static readonly SearchValues<byte> WordEnds = SearchValues.Create(" \t\r\n\"'\\"u8);

    /// <summary><c>machine host login user password x</c>, on one line or several.</summary>
    public static void Netrc(ref SecretLook look, SecretKind kind)
    {
        if (!look.Text[look.At..].StartsWith("password "u8)) return;
        var before = look.Text[Math.Max(0, look.At - 200)..look.At];
        if (before.IndexOf("login "u8) < 0 || before.IndexOf("machine "u8) < 0 && before.IndexOf("default "u8) < 0) return;
        var end = WordEnd(look, look.End);
        if (end - look.End >= 4 && !Placeholders.Is(look.Between(look.End, end))) look.Add(kind, look.End, end, "password");
    }

    /// <summary><c>//registry/:_authToken=x</c>, <c>_auth=x</c>, <c>_password=x</c>.</summary>
    public static void Npmrc(ref SecretLook look, SecretKind kind)
    {
        if (!look.File.Name.Contains("npmrc", StringComparison.Ordinal) && !look.File.Name.Contains("yarnrc", StringComparison.Ordinal) && (look.At == 0 || look.Text[look.At - 1] != ':')) return;
        var start = look.End;
        while (start < look.Text.Length && look.Text[start] is (byte)' ' or (byte)'=' or (byte)'"') start++;
        var end = WordEnd(look, start);
        var value = look.Between(start, end);
        if (value.Length < 8 || Placeholders.Is(value) || Randomness.IsWordy(value)) return;
        look.Add(kind, start, end, "_authToken");
    }

    /// <summary><c>"auth": "base 64 of user:password"</c> in a file that lists registries.</summary>
    public static void DockerAuth(ref SecretLook look, SecretKind kind)
    {
        var start = look.End;
        while (start < look.Text.Length && look.Text[start] is (byte)' ' or (byte)':' or (byte)'"') start++;
        var end = WordEnd(look, start);
        if (end - start is < 8 or > 4096) return;
        if (HeaderMatcher.Password(look.Between(start, end)) is { } password && !Placeholders.Is(password)) look.Add(kind, start, end, "auth");
    }

    /// <summary><c>host:port:database:user:password</c>, a line each.</summary>
    public static void Pgpass(ref SecretLook look, SecretKind kind)
    {
        for (var at = 0; at < look.Text.Length;)
        {
            var end = look.LineEnd(at);
            var line = look.Between(at, end).TrimEnd('\r');
            var parts = line.Split(':', 5);
            if (parts.Length == 5 && line[0] != '#' && parts[4].Length >= 4 && !Placeholders.Is(parts[4])) look.Add(kind, at + line.Length - parts[4].Length, at + line.Length, "password");
            at = end + 1;
        }
    }

    /// <summary>A file that is 32 hexadecimal digits and nothing else.</summary>
    public static void MasterKey(ref SecretLook look, SecretKind kind)
    {
        var value = look.Text.Length < 80 ? look.Between(0, look.Text.Length).TrimEnd() : "";
        if (value.Length is 32 or 64 && value.All(char.IsAsciiHexDigit) && !Randomness.IsRegular(value)) look.Add(kind, 0, value.Length, "master.key");
    }

    /// <summary>The private lines of PuTTY's file.</summary>
    public static void Putty(ref SecretLook look, SecretKind kind, SecretKind encrypted)
    {
        var rest = look.Text[look.At..Math.Min(look.Text.Length, look.At + 16 * 1024)];
        var lines = rest.IndexOf("Private-Lines:"u8);
        if (lines < 0 || rest.Length - lines < 80) return;
        var end = rest.IndexOf("Private-MAC"u8) is > 0 and var mac ? mac : rest.Length;
        look.Add(rest.IndexOf("Encryption: none"u8) >= 0 ? kind : encrypted, look.At, look.At + end);
    }

    /// <summary>The private exponent of .NET's XML form of a key.</summary>
    public static void RsaXml(ref SecretLook look, SecretKind kind)
    {
        var rest = look.Text[look.At..Math.Min(look.Text.Length, look.At + 16 * 1024)];
        if (rest.IndexOf("</RSAKeyValue>"u8) is >= 0 and var close) rest = rest[..close];
        if (rest.IndexOf("<D>"u8) is not (>= 0 and var open) || rest[open..].IndexOf("</D>"u8) is not (> 40 and var end)) return;
        if (!Placeholders.Is(look.Between(look.At + open + 3, look.At + open + end))) look.Add(kind, look.At + open + 3, look.At + open + end, "D");
    }

    /// <summary>A JSON Web Key with its private part.</summary>
    public static void Jwk(ref SecretLook look, SecretKind kind)
    {
        var start = Math.Max(0, look.At - 4096);
        var open = look.Text[start..look.At].LastIndexOf((byte)'{');
        if (open < 0) return;
        var rest = look.Text[(start + open)..Math.Min(look.Text.Length, look.At + 8192)];
        if (rest.IndexOf((byte)'}') is >= 0 and var close) rest = rest[..close];
        var symmetric = rest.IndexOf("\"oct\""u8) >= 0;
        var name = symmetric ? "\"k\""u8 : "\"d\""u8;
        var at = rest.IndexOf(name);
        if (at < 0) return;
        var value = start + open + at + 3;
        while (value < look.Text.Length && look.Text[value] is (byte)' ' or (byte)':') value++;
        if (value >= look.Text.Length || look.Text[value] != '"') return;
        var end = WordEnd(look, ++value);
        if (end - value >= 16 && !Placeholders.Is(look.Between(value, end))) look.Add(kind, value, end, symmetric ? "k" : "d");
    }

    private static int WordEnd(SecretLook look, int start)
    {
        var length = look.Text[start..].IndexOfAny(WordEnds);
        return length < 0 ? look.Text.Length : start + length;
    }
}
