using System.Globalization;
using System.Text.RegularExpressions;

namespace Merlon.Analysis.Dataflow.Models;

/// <summary>
/// A regular expression as far as it says what a text that matches it can hold: which characters some place in it accepts that it does not
/// name itself, whether it speaks of a whole text, and what its groups capture.
/// </summary>
sealed class PatternText
{
    /// <summary>Longer than any that a person writes: groups within groups are read by calls within calls.</summary>
    const int MostCharacters = 1000;

    readonly List<Regex> places = [];
    readonly List<(string? Name, int Start, int End)> groups = [];
    readonly string pattern;
    bool hasAlternatives;

    public PatternText(string pattern)
    {
        this.pattern = pattern;
        if (pattern.Length > MostCharacters)
        {
            IsUnreadable = true;
            return;
        }
        try
        {
            Read(0, pattern.Length, isTop: true);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            IsUnreadable = true;
        }
    }

    /// <summary>Whether it is too long, or this platform cannot read it.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>Whether all of a text is held against it, also where a search would do with a part.</summary>
    public bool IsWhole
    {
        get
        {
            var bare = WithoutOptions(pattern);
            return !hasAlternatives && (bare.StartsWith('^') || bare.StartsWith("\\A", StringComparison.Ordinal))
                && (bare.EndsWith('$') && !bare.EndsWith("\\$", StringComparison.Ordinal) || bare.EndsWith("\\z", StringComparison.Ordinal) || bare.EndsWith("\\Z", StringComparison.Ordinal));
        }
    }

    /// <summary>Whether a match is always one character, wherever it stands.</summary>
    public bool IsOneCharacter => !IsUnreadable && places.Count == 1 && Rest(pattern) is [] or ['+'];

    public bool Accepts(char character) => places.Exists(p => p.IsMatch(character.ToString()));

    /// <summary>The part that a group captures, by its number or name; null where there is none.</summary>
    public string? Group(string group)
    {
        if (int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number == 0 ? pattern : number <= groups.Count ? Part(groups[number - 1]) : null;
        return groups.Where(g => g.Name == group).Select(Part).FirstOrDefault();
    }

    string Part((string? Name, int Start, int End) group) => pattern[group.Start..group.End];

    static string WithoutOptions(string pattern) => pattern.StartsWith("(?", StringComparison.Ordinal) && pattern.IndexOf(')') is > 0 and var end && pattern[2..end].All(char.IsAsciiLetter) ? pattern[(end + 1)..] : pattern;

    static string Rest(string pattern)
    {
        var end = 0;
        ClassOrEscape(pattern, ref end);
        return pattern[end..];
    }

    void Read(int at, int end, bool isTop)
    {
        while (at < end)
        {
            var start = at;
            switch (pattern[at])
            {
                case '[' or '\\':
                    if (ClassOrEscape(pattern, ref at)) places.Add(Character(pattern[start..at]));
                    break;
                case '.':
                    places.Add(Character("."));
                    at++;
                    break;
                case '(':
                    at = ReadGroup(at, end);
                    break;
                case '|':
                    hasAlternatives |= isTop;
                    at++;
                    break;
                default:
                    at++;
                    break;
            }
        }
    }

    int ReadGroup(int open, int end)
    {
        var close = Closing(open, end);
        var (start, name, isCapture) = (open + 1, default(string), true);
        if (start < close && pattern[start] == '?')
        {
            var named = Regex.Match(pattern[start..close], @"^\?P?(?:<(\w+)>|'(\w+)')", RegexOptions.NonBacktracking);
            var plain = Regex.Match(pattern[start..close], @"^\?(?:[a-zA-Z-]*:|>)", RegexOptions.NonBacktracking);
            if (named.Success) (start, name) = (start + named.Length, named.Groups[1].Success ? named.Groups[1].Value : named.Groups[2].Value);
            // What is looked at ahead or behind is not taken, and options take nothing.
            else if (plain.Success) (start, isCapture) = (start + plain.Length, false);
            else return Math.Min(close + 1, end);
        }
        if (isCapture) groups.Add((name, start, close));
        Read(start, close, isTop: false);
        return Math.Min(close + 1, end);
    }

    /// <summary>Where the parenthesis that is opened at a position is closed.</summary>
    int Closing(int open, int end)
    {
        var depth = 0;
        for (var at = open; at < end;)
        {
            if (pattern[at] is '[' or '\\')
            {
                ClassOrEscape(pattern, ref at);
                continue;
            }
            if (pattern[at] == '(') depth++;
            else if (pattern[at] == ')' && --depth == 0) return at;
            at++;
        }
        return end;
    }

    /// <summary>Goes past a class of characters or an escape, and says whether it accepts more than the one character that it names.</summary>
    static bool ClassOrEscape(string pattern, ref int at)
    {
        if (at >= pattern.Length) return false;
        if (pattern[at] == '\\')
        {
            var kind = at + 1 < pattern.Length ? pattern[at + 1] : '\\';
            at = Math.Min(at + 2, pattern.Length);
            if (kind is 'p' or 'P' && at < pattern.Length && pattern[at] == '{') at = pattern.IndexOf('}', at) is > 0 and var closed ? closed + 1 : pattern.Length;
            return kind is 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'p' or 'P';
        }
        if (pattern[at] != '[')
        {
            at++;
            return pattern[at - 1] == '.';
        }
        at++;
        if (at < pattern.Length && pattern[at] == '^') at++;
        if (at < pattern.Length && pattern[at] == ']') at++;
        while (at < pattern.Length && pattern[at] != ']') at += pattern[at] == '\\' ? 2 : 1;
        at = Math.Min(at + 1, pattern.Length);
        return true;
    }

    static Regex Character(string place) => new($"^(?:{place})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
