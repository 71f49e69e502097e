using System.Text.RegularExpressions;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>What a script of Expect and its like answers when it is asked for a password: <c>expect "assword:"</c>, <c>send "x\r"</c>.</summary>
internal static partial class DialogueMatcher
{
    private const int LongestTurn = 200;

    public static void Match(ref SecretLook look, SecretKind kind)
    {
        if (look.File.Test || !look.Between(look.LineStart(look.At), look.At).Contains("expect", StringComparison.OrdinalIgnoreCase) && !look.Between(Math.Max(0, look.At - LongestTurn), look.At).Contains("expect {", StringComparison.Ordinal)) return;
        if (Answer().Match(look.Between(look.End, Math.Min(look.Text.Length, look.End + LongestTurn))) is not { Success: true } match) return;
        var value = match.Groups["value"];
        if (!Placeholders.Is(value.Value) && !Passwords.IsPlainWord(value.Value)) look.Add(kind, look.End + value.Index, look.End + value.Index + value.Length, "password");
    }

    [GeneratedRegex(@"^[^\n]*\n?[^\n]*?\bsend(?:line|_user|Line)?(?:\s+--)?[\s(]+[""'](?<value>[^""'\\$\[\s]{6,128})(?:\\[rn])*[""']", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();
}
