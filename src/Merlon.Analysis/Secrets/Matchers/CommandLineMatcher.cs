using System.Text;
using System.Text.RegularExpressions;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Passwords that commands take as arguments of one letter: <c>curl -u user:password</c>, <c>mysql -ppassword</c>, <c>sshpass -p password</c>.</summary>
internal static partial class CommandLineMatcher
{
    private const int LongestCommand = 600;

    public static void Match(ref SecretLook look, SecretKind kind)
    {
        var end = Math.Min(look.Text.Length, look.At + LongestCommand);
        var chars = Encoding.Latin1.GetString(look.Text[look.At..end]);
        // A command goes on after a backslash at the end of a line.
        var line = Whole().Match(chars).Value;
        foreach (var pattern in (ReadOnlySpan<Regex>)[CurlUser(), MySql(), Sshpass(), Login(), Openssl()])
        {
            var match = pattern.Match(line);
            if (!match.Success) continue;
            var value = match.Groups["value"];
            if (Placeholders.Is(value.Value) || value.Length < 5 || Passwords.IsPlainWord(value.Value) || value.Value.Contains('$', StringComparison.Ordinal) || (look.File.Test && !Passwords.IsStrong(value.Value))) continue;
            look.Add(kind, look.At + value.Index, look.At + value.Index + value.Length, "password");
            return;
        }
    }

    [GeneratedRegex(@"^(?:[^\\\n]|\\\r?\n|\\[^\n])*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:curl|wget|http)\b.*?\s(?:-u|--user|--proxy-user|-U)[ =]?[""']?[^\s:""']{1,64}:(?<value>[^\s""'@]{4,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CurlUser();

    [GeneratedRegex(@"^mysql(?:dump|admin)?\b.*?\s-p(?<value>[^\s""'-][^\s""']{4,64})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex MySql();

    [GeneratedRegex(@"^(?:sshpass|redis-cli|ldapsearch)\b.*?\s-[paw]\s*[""']?(?<value>[^\s""']{5,64})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Sshpass();

    [GeneratedRegex(@"^docker login\b.*?\s-p[ =]?[""']?(?<value>[^\s""']{5,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Login();

    [GeneratedRegex(@"^(?:openssl|htpasswd|smbclient)\b.*?(?:\spass:|\s-[a-zA-Z]*b[a-zA-Z]*\s+\S+\s+\S+\s+|\s-U\s*[""']?[^\s%""']{1,64}%)[""']?(?<value>[^\s""']{5,64})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Openssl();
}
