using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>Parses the rules of our own rule files. Throws FormatException on a mistake in them, which the tests would find.</summary>
sealed class RuleParser(string text)
{
    int at;

    public static Rule Parse(string text)
    {
        var parser = new RuleParser(text);
        var rule = parser.Read();
        parser.SkipSpaces();
        return parser.at == text.Length ? rule : throw parser.Mistake();
    }

    Rule Read()
    {
        SkipSpaces();
        if (Peek is '[') return List();
        if (Peek is '"') return Words(parenthesized: false);
        if (Take('(')) return Words(parenthesized: true);
        var word = Word();
        return word switch
        {
            "text" => Text(),
            "integer" or "number" => Number(word == "integer"),
            "boolean" => new Rule.Boolean(),
            "anything" => new Rule.Anything(),
            "object" => new Rule.AnyObject(),
            "spdx-id" => new Rule.Words(SpdxIds.All),
            "one" => new Rule.One(Arguments()),
            "some" => new Rule.Some(Arguments()),
            "all" => new Rule.All(Arguments()),
            "not" => new Rule.Not(Arguments()[0]),
            "has" => new Rule.Has(MemberNames()),
            "false-or-missing" => new Rule.FalseOrMissing(MemberNames()[0]),
            "" => throw Mistake(),
            _ => new Rule.Named(word),
        };
    }

    Rule.List List()
    {
        Expect('[');
        var item = Read();
        Expect(']');
        var (min, max) = Take('+') ? (1m, int.MaxValue) : Range(0, int.MaxValue);
        return new(item, (int)min, (int)max, Take('!'));
    }

    Rule.Words Words(bool parenthesized)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            SkipSpaces();
            Expect('"');
            var end = text.IndexOf('"', at);
            words.Add(text[at..end]);
            at = end + 1;
            SkipSpaces();
        }
        while (Take('|'));
        if (parenthesized) Expect(')');
        return new(words.ToFrozenSet(StringComparer.Ordinal));
    }

    Rule.Text Text()
    {
        var (min, max) = Range(0, int.MaxValue);
        var format = Take(':') ? Word() : null;
        SkipSpaces();
        return new((int)min, (int)max, format, Peek is '/' ? Pattern() : null);
    }

    Regex Pattern()
    {
        var start = ++at;
        while (text[at] != '/' || text[at - 1] == '\\') at++;
        var pattern = text[start..at++].Replace("\\/", "/", StringComparison.Ordinal);
        return new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    Rule.Number Number(bool whole)
    {
        var (min, max) = Range(decimal.MinValue, decimal.MaxValue);
        return new(whole, min, max);
    }

    (decimal Min, decimal Max) Range(decimal min, decimal max)
    {
        if (!Take('(')) return (min, max);
        var close = text.IndexOf(')', at);
        var bounds = text[at..close].Split("..");
        at = close + 1;
        return (Bound(bounds[0], min), Bound(bounds[1], max));
    }

    static decimal Bound(string digits, decimal open) => digits.Length == 0 ? open : decimal.Parse(digits, CultureInfo.InvariantCulture);

    Rule[] Arguments()
    {
        var arguments = new List<Rule>();
        Expect('(');
        do
        {
            arguments.Add(Read());
            SkipSpaces();
        }
        while (Take(','));
        Expect(')');
        return [.. arguments];
    }

    string[] MemberNames()
    {
        Expect('(');
        var close = text.IndexOf(')', at);
        var names = text[at..close].Split(' ');
        at = close + 1;
        return names;
    }

    string Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_' or '.')) at++;
        return text[start..at];
    }

    char Peek => at < text.Length ? text[at] : '\0';

    bool Take(char sign)
    {
        if (Peek != sign) return false;
        at++;
        return true;
    }

    void Expect(char sign)
    {
        if (!Take(sign)) throw Mistake();
    }

    void SkipSpaces()
    {
        while (Peek == ' ') at++;
    }

    FormatException Mistake() => new($"Rule \"{text}\" cannot be read at {at}.");
}
