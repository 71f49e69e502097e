using System.Text.RegularExpressions;
using Merlon.Analysis.Secrets.Assignments;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Passwords in lists that name no field: a user and what is theirs, a line each, or beside what another tool keeps under a name of its own.</summary>
internal static partial class ListMatchers
{
    private const int LongestBlock = 2048;
    private static readonly char[] Before = ['"', '\'', '`', ' ', '='];
    private static readonly NameWords Password = NameWords.Of("password");

    /// <summary>The list that a file of this name is, or null.</summary>
    public static Regex? ListOf(string file) => file switch
    {
        "chap-secrets" or "pap-secrets" => Secrets(),
        "userlist.txt" => Quoted(),
        _ when file.StartsWith("sasl_passwd", StringComparison.Ordinal) || file.StartsWith("sasl-passwd", StringComparison.Ordinal) => Relay(),
        _ => null,
    };

    /// <summary>Each line of the file that is of the list's form.</summary>
    public static void WholeFile(ref SecretLook look, SecretKind kind, Regex list)
    {
        for (var at = 0; at < look.Text.Length;)
        {
            var end = look.LineEnd(at);
            Add(ref look, kind, list.Match(look.Between(at, end)), at);
            at = end + 1;
        }
    }

    /// <summary><c>chpasswd: list:</c> of cloud-init, with <c>user:password</c> on the lines below.</summary>
    public static void CloudInit(ref SecretLook look, SecretKind kind)
    {
        if (look.File.Test || !look.Text[look.End..].StartsWith(":"u8)) return;
        var indent = look.At - look.LineStart(look.At);
        var at = look.LineEnd(look.End) + 1;
        for (var stop = Math.Min(look.Text.Length, at + LongestBlock); at < stop;)
        {
            var end = look.LineEnd(at);
            var line = look.Between(at, end);
            if (line.Length - line.TrimStart().Length <= indent && line.Trim().Length > 0) return;
            Add(ref look, kind, UserAndPassword().Match(line), at);
            at = end + 1;
        }
    }

    /// <summary>What Terraform made by <c>random_password</c>, in its state.</summary>
    public static void RandomPassword(ref SecretLook look, SecretKind kind)
    {
        if (!look.File.Name.Contains("tfstate", StringComparison.Ordinal)) return;
        Add(ref look, kind, Result().Match(look.Between(look.End, Math.Min(look.Text.Length, look.End + LongestBlock))), look.End);
    }

    /// <summary><c>BUNDLE_HOST__ORG: "user:password"</c> of Bundler's configuration, and as a variable; <c>stats auth user:password</c> of HAProxy's, <c>CURLOPT_USERPWD</c>, <c>createUser</c> of Net-SNMP, keys of routers, access points and IPsec.</summary>
    public static void Account(ref SecretLook look, SecretKind kind) => Add(ref look, kind, AccountOfService().Match(look.Between(look.At, look.LineEnd(look.At))), look.At);

    /// <summary><c>user:password@tcp(host)/database</c> of Go's driver for MySQL.</summary>
    public static void DriverAddress(ref SecretLook look, SecretKind kind)
    {
        if (look.File.Test) return;
        var start = Math.Max(look.LineStart(look.At), look.At - 200);
        var account = look.Between(start, look.At);
        start += account.LastIndexOfAny(Before) + 1;
        Add(ref look, kind, UserAndPassword().Match(look.Between(start, look.At)), start);
    }

    private static void Add(ref SecretLook look, SecretKind kind, Match match, int from)
    {
        if (!match.Success) return;
        var value = match.Groups["value"];
        if (value.Length < 5 || value.Value.Contains('$', StringComparison.Ordinal) || Passwords.IsPlainWord(value.Value) || ValueJudge.IsNone(Password, "password", value.Value)) return;
        look.Add(kind, from + value.Index, from + value.Index + value.Length, "password");
    }

    [GeneratedRegex(@"^\s*[^#\s]\S*\s+\S+\s+""?(?<value>[^\s""]{5,128})""?(?:\s|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Secrets();

    [GeneratedRegex(@"^\s*""[^""]{1,64}""\s+""(?<value>[^""\s]{5,128})""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*[^#\s]\S*\s+[^\s:]{1,128}:(?<value>[^\s]{5,128})\s*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Relay();

    [GeneratedRegex(@"^\s*(?:-\s+)?[A-Za-z_][A-Za-z0-9_.-]{0,63}:(?<value>[^\s:][^\s]{4,127})\s*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex UserAndPassword();

    [GeneratedRegex(@"""result"":\s*""(?<value>[^""\\\s]{5,128})""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Result();

    [GeneratedRegex(@"^(?:(?:BUNDLE_[A-Z0-9_]+__[A-Z0-9_]+[:=]|stats auth\s)\s*[""']?[A-Za-z0-9@._-]{1,64}:(?<value>[^\s""':]{5,128})[""']?\s*$|USERPWD\s*,\s*[""'][^\s:""']{1,64}:(?<value>[^\s""']{5,128})[""']|createUser\s+(?:-e\s+\S+\s+)?\S+\s+(?:MD5|SHA(?:-?\d+)?)\s+[""']?(?<value>[^\s""']{8,128})|option key\s+['""](?<value>[^'""\s]{8,64})['""]|snmp-server community\s+(?<value>\S{6,64})\s+R[OW]|(?:tacacs|radius)-server\s(?:host\s+\S+\s+)?.{0,60}\bkey\s+(?:0\s+)?(?<value>[^\s""]{6,64})\s*$|: (?:PSK|EAP|XAUTH)\s+""(?<value>[^""\s]{6,64})"")", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AccountOfService();
}
