using System.Buffers;
using System.Text;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary><c>scheme://user:password@host</c>, in any scheme, and <c>user/password@host</c> in Oracle's.</summary>
internal static class UrlPasswordMatcher
{
    private const int LongestAuthority = 300;
    private static readonly SearchValues<byte> AddressEnds = SearchValues.Create(" \t\r\n\"'<>`"u8);

    public static void Match(ref SecretLook look, SecretKind kind)
    {
        var text = look.Text[look.End..Math.Min(look.Text.Length, look.End + LongestAuthority)];
        if (text.IndexOfAny(AddressEnds) is >= 0 and var stop) text = text[..stop];
        if (look.Text[look.End - 1] == ':')
        {
            Oracle(ref look, kind, text);
            return;
        }
        var at = text.IndexOf((byte)'@');
        if (at < 3) return;
        // A password may hold '@'; the last one before the path parts it from the host.
        var path = text.IndexOf((byte)'/');
        if (path >= 0 && path < at) return;
        var authority = path < 0 ? text : text[..path];
        at = authority.LastIndexOf((byte)'@');
        var colon = authority[..at].IndexOf((byte)':');
        if (colon < 0 || colon == at - 1) return;
        var (user, password, host) = (Encoding.Latin1.GetString(authority[..colon]), Encoding.Latin1.GetString(authority[(colon + 1)..at]), Encoding.Latin1.GetString(authority[(at + 1)..]));
        if (host.Length < 2 || host[0] is '$' or '{' or '%' or '<' && host.Length < 4) return;
        if (IsSecret(look.File, user, password, host)) look.Add(kind, look.End + colon + 1, look.End + at, "password");
    }

    // jdbc:oracle:thin:user/password@host
    private static void Oracle(ref SecretLook look, SecretKind kind, ReadOnlySpan<byte> text)
    {
        var (slash, at) = (text.IndexOf((byte)'/'), text.IndexOf((byte)'@'));
        if (slash < 1 || at <= slash) return;
        var (user, password) = (Encoding.Latin1.GetString(text[..slash]), Encoding.Latin1.GetString(text[(slash + 1)..at]));
        if (IsSecret(look.File, user, password, "")) look.Add(kind, look.End + slash + 1, look.End + at, "password");
    }

    private static bool IsSecret(FileFacts file, string user, string password, string host)
    {
        if (password.Length < 5 || password[0] == '$' || password.Contains('{') || password.Contains('<') || password.Contains('(') || password.StartsWith('%') || Placeholders.Is(password)) return false;
        if (password == user || password.Equals(host, StringComparison.Ordinal) || IsExampleHost(host)) return false;
        if (file.Test || file.Class == TextClass.Prose) return Passwords.IsStrong(password);
        return !Passwords.IsPlainWord(password) || password.Length >= 16;
    }

    private static bool IsExampleHost(string host)
    {
        var name = host.Split(':')[0];
        return name is "host" or "hostname" or "server" or "domain.com" or "domain" or "site.com" || name.StartsWith("example", StringComparison.OrdinalIgnoreCase) || name.Contains(".example.", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".example", StringComparison.OrdinalIgnoreCase) || name.EndsWith("example.com", StringComparison.OrdinalIgnoreCase) || name.EndsWith("example.org", StringComparison.OrdinalIgnoreCase) || name.EndsWith("example.net", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".test", StringComparison.OrdinalIgnoreCase);
    }
}
