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
        var line = Command(look.Text.Slice(look.At, Math.Min(LongestCommand, look.Text.Length - look.At)));
        if (line.StartsWith("chpasswd"u8) || line.StartsWith("docker login"u8) || line.StartsWith("sudo -S"u8)) Piped(ref look, kind);
        if (PatternOf(line) is not { } pattern || line.IndexOf((byte)'-') < 0 && line.IndexOf("pass:"u8) < 0 && line.IndexOf("/user:"u8) < 0 && line.IndexOf(" /p "u8) < 0 && line.IndexOf(" /rp "u8) < 0 && !line.StartsWith("rabbitmqctl"u8) && !line.StartsWith("sqlplus"u8) && !line.StartsWith("mc alias"u8) && !line.StartsWith("nmcli"u8) && !line.StartsWith("cmdkey"u8)) return;
        var match = pattern.Match(Encoding.Latin1.GetString(line));
        if (match.Success) Add(ref look, kind, match, look.At);
    }

    // echo 'user:password' | chpasswd, echo "password" | docker login --password-stdin
    private static void Piped(ref SecretLook look, SecretKind kind)
    {
        var start = Math.Max(look.LineStart(look.At), look.At - LongestCommand);
        if (Echoed().Match(look.Between(start, look.At)) is { Success: true } match) Add(ref look, kind, match, start);
    }

    private static void Add(ref SecretLook look, SecretKind kind, Match match, int from)
    {
        var value = match.Groups["value"];
        if (Placeholders.Is(value.Value) || value.Length < 5 || Passwords.IsPlainWord(value.Value) && !Passwords.IsOfApple(value.Value) || value.Value.Contains('$', StringComparison.Ordinal) || (look.File.Test && !Passwords.IsStrong(value.Value))) return;
        look.Add(kind, from + value.Index, from + value.Index + value.Length, "password");
    }

    private static Regex? PatternOf(ReadOnlySpan<byte> line) =>
        line.StartsWith("curl"u8) || line.StartsWith("wget"u8) || line.StartsWith("http -a"u8) || line.StartsWith("https -a"u8) ? CurlUser()
        : line.StartsWith("mysql"u8) ? MySql()
        : line.StartsWith("sshpass"u8) || line.StartsWith("beeline"u8) || line.StartsWith("redis-cli"u8) || line.StartsWith("ldapsearch"u8) ? Sshpass()
        : line.StartsWith("docker login"u8) || line.StartsWith("az login"u8) || line.StartsWith("podman login"u8) || line.StartsWith("oc login"u8) || line.StartsWith("cf login"u8) || line.StartsWith("twine"u8) || line.StartsWith("mongo"u8) || line.StartsWith("unlock-keychain"u8) ? Login()
        : line.StartsWith("plink"u8) || line.StartsWith("pscp"u8) || line.StartsWith("lftp"u8) || line.StartsWith("signtool"u8) || line.StartsWith("rabbitmqctl"u8) ? Tool()
        : line.StartsWith("sqlcmd"u8) || line.StartsWith("ipmitool"u8) || line.StartsWith("mosquitto_"u8) ? SqlCommand()
        : line.StartsWith("gh secret set"u8) || line.StartsWith("keyvault secret set"u8) || line.StartsWith("put-parameter"u8) ? StoreSecret()
        : line.StartsWith("sqlplus"u8) ? SqlPlus()
        : line.StartsWith("skopeo"u8) ? Skopeo()
        : line.StartsWith("7z"u8) || line.StartsWith("zip"u8) || line.StartsWith("mc alias"u8) || line.StartsWith("nmcli"u8) || line.StartsWith("cmdkey"u8) || line.StartsWith("schtasks"u8) ? Place()
        : line.StartsWith("password-command"u8) ? Told()
        : line.StartsWith("altool"u8) || line.StartsWith("notarytool"u8) ? Notary()
        : line.StartsWith("ssh-keygen"u8) ? KeyPhrase()
        : line.StartsWith("\"login\""u8) || line.StartsWith("'login'"u8) || line.StartsWith("\"docker\""u8) || line.StartsWith("'docker'"u8) || line.StartsWith("\"sshpass\""u8) || line.StartsWith("'sshpass'"u8) ? Listed()
        : line.StartsWith("net use"u8) ? NetUse()
        : line.StartsWith("ConvertTo-SecureString"u8) ? SecureString()
        : line.StartsWith("openssl"u8) || line.StartsWith("htpasswd"u8) || line.StartsWith("smbclient"u8) ? Openssl()
        : null;

    /// <summary>Up to the end of the line; a command goes on after a backslash there.</summary>
    private static ReadOnlySpan<byte> Command(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && text[at] != '\n')
        {
            if (text[at] != '\\') at++;
            else if (at + 1 == text.Length) break;
            else at += text[at + 1] == '\r' && at + 2 < text.Length && text[at + 2] == '\n' ? 3 : 2;
        }
        return text[..at];
    }

    [GeneratedRegex(@"^(?:curl\b.*?\s(?:-u|--user|--proxy-user|-U)|wget\b.*?\s(?:-u|--user|--proxy-user|-U)|https?\s-a)[ =]?[""']?[^\s:""']{1,64}:(?<value>[^\s""'@]{4,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CurlUser();

    [GeneratedRegex(@"^mysql(?:dump|admin)?\b.*?\s-p(?<value>[^\s""'-][^\s""']{4,64})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex MySql();

    [GeneratedRegex(@"^(?:sshpass|beeline|redis-cli|ldapsearch)\b.*?\s-[paw]\s*[""']?(?<value>[^\s""']{5,64})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Sshpass();

    [GeneratedRegex(@"^(?:(?:docker|az|podman|oc|cf) login|twine|mongo[a-z]*|unlock-keychain)\b.*?\s-p[ =]?[""']?(?<value>[^\s""']{5,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Login();

    [GeneratedRegex(@"^(?:openssl|htpasswd|smbclient)\b.*?(?:\spass:|\s-[a-zA-Z]*b[a-zA-Z]*(?:\s+-[a-zA-Z]+)*\s+[^-\s]\S*\s+\S+\s+|\s-U\s*[""']?[^\s%""']{1,64}%)[""']?(?<value>[^\s""']{5,64})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Openssl();

    [GeneratedRegex(@"^(?:(?:plink|pscp)\b.*?\s-pw\s+|lftp\b.*?\s-u\s+[^\s,]+,|signtool\b.*?\s/p\s+|rabbitmqctl\b.*?\s(?:add_user|change_password)\s+\S+\s+)[""']?(?<value>[^\s""']{5,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tool();

    [GeneratedRegex(@"^(?:sqlcmd|ipmitool|mosquitto_[ps]ub)\b.*?\s-P\s*[""']?(?<value>[^\s""']{5,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex SqlCommand();

    [GeneratedRegex(@"^(?:gh secret set|keyvault secret set|put-parameter)\b.*?\s(?:--body|-b|--value)[ =][""']?(?<value>[^\s""']{8,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex StoreSecret();

    [GeneratedRegex(@"^sqlplus\b(?:\s+-[A-Za-z]+)*\s+[""']?[A-Za-z0-9_]{1,64}/(?<value>[^\s""'@/]{5,128})@", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex SqlPlus();

    [GeneratedRegex(@"^(?:7z[a-z]?\s+[a-z]\b.*?\s-p|zip\b.*?\s-P\s*|mc alias set(?:\s+\S+){3}\s+|nmcli\b.*?\spassword\s+|cmdkey\b.*?\s/pass:|schtasks\b.*?\s/rp\s+)[""']?(?<value>[^\s""']{5,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:altool|notarytool)\b.*?\s(?:-p|--password)[ =][""']?(?<value>[^\s""'@]{8,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Notary();

    [GeneratedRegex(@"^ssh-keygen\b.*?\s-[NP]\s*[""']?(?<value>[^\s""']{5,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex KeyPhrase();

    [GeneratedRegex(@"^password-command[ =][""']?echo\s+(?:-n\s+)?[""']?(?<value>[^\s""']{5,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex(@"^[""'](?:docker|sshpass|login)[""'].*?[""'](?:-p|--password)[""'],\s*[""'](?<value>[^\s""']{5,128})[""']", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^skopeo\b.*?\s--(?:src-|dest-)?creds[ =][""']?[^\s:]{1,64}:(?<value>[^\s""']{5,128})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Skopeo();

    [GeneratedRegex(@"^net use\b.*?/user:\S+\s+[""']?(?<value>[^\s/""'][^\s""']{4,127})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NetUse();

    [GeneratedRegex(@"^ConvertTo-SecureString\s+(?:-[A-Za-z]+\s+)*[""'](?<value>[^\s""']{5,128})[""']", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex SecureString();

    [GeneratedRegex(@"\becho\s+(?:-n\s+)?[""']?(?:[A-Za-z0-9._-]{1,64}:)?(?<value>[^\s""'|:]{5,128})[""']?\s*\|\s*(?:sudo\s+)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Echoed();
}
