using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Merlon.Analysis.Dataflow.Models;

/// <summary>
/// What it means for data not to hold certain characters: <c>&lt;</c> for a page, a line feed for a header. Says what a replacement, or a
/// test against a pattern, takes out. Patterns are tried on single characters; one that this platform cannot read counts as nothing.
/// </summary>
sealed class TextMarks(IReadOnlyDictionary<char, ulong> characters, ulong matched)
{
    /// <summary>What commands and markup need to be more than a name.</summary>
    const string Hostile = "'\"<>;&|$(`";

    readonly ConcurrentDictionary<string, Regex?> patterns = new();
    readonly ConcurrentDictionary<string, PatternText> read = new();

    public ulong MarksWithout(char character) => characters.GetValueOrDefault(character);

    /// <summary>The marks of data in which a text was replaced.</summary>
    public ulong MarksAfter(string removed, string added) => removed is [var character] && !StillHolds(character, added) ? MarksWithout(character) : 0;

    /// <summary>The marks of data in which all that a pattern matches was replaced.</summary>
    public ulong MarksAfterPattern(string pattern, string added)
    {
        if (Read(pattern) is not { } regex) return 0;
        var gone = characters.Where(c => regex.IsMatch(c.Key.ToString()) && !StillHolds(c.Key, added)).ToList();
        var marks = gone.Aggregate(0UL, (all, c) => all | c.Value);
        return gone.Count == characters.Count && gone.Count > 0 ? marks | matched : marks;
    }

    /// <summary>Whether a test against a pattern keeps anything out.</summary>
    public bool Confines(string pattern) => (MarksOfMatch(pattern) & matched) != 0;

    /// <summary>The marks of data that matches a pattern as a whole; one that cannot be read is trusted.</summary>
    public ulong MarksOfMatch(string? pattern)
    {
        if (pattern is null || PatternOf(pattern) is not { IsUnreadable: false } text) return matched;
        var marks = characters.Where(c => !text.Accepts(c.Key)).Aggregate(0UL, (all, c) => all | c.Value);
        return Hostile.Any(text.Accepts) ? marks : marks | matched;
    }

    /// <summary>The marks of data in which a search for a pattern found something.</summary>
    public ulong MarksWhenFound(string? pattern) => pattern is null || PatternOf(pattern) is { IsWhole: true } or { IsUnreadable: true } ? MarksOfMatch(pattern) : 0;

    /// <summary>The marks of data in which a search for a pattern found nothing.</summary>
    public ulong MarksWhenAbsent(string? pattern) => pattern is not null && PatternOf(pattern).IsOneCharacter ? MarksAfterPattern(pattern, "") : 0;

    /// <summary>The part of a pattern that one of its groups captures.</summary>
    public string? GroupOf(string pattern, string group) => PatternOf(pattern).Group(group);

    /// <summary>The marks of a character that is no less, or no greater, than another one.</summary>
    /// <param name="known">Those that it carries already.</param>
    public ulong MarksWithin(char bound, bool isLeast, ulong known)
    {
        var marks = known | characters.Where(c => isLeast ? c.Key < bound : c.Key > bound).Aggregate(0UL, (all, c) => all | c.Value);
        var all = characters.Values.Aggregate(0UL, (sum, c) => sum | c);
        return (marks & all) == all ? marks | matched : marks;
    }

    PatternText PatternOf(string pattern) => read.GetOrAdd(pattern, p => new PatternText(p));

    /// <summary>A replacement may double or escape the character, which takes away its meaning.</summary>
    static bool StillHolds(char character, string added) =>
        added.Contains(character, StringComparison.Ordinal) && added != $"{character}{character}" && !added.Contains($"\\{character}", StringComparison.Ordinal);

    Regex? Read(string pattern) => patterns.GetOrAdd(pattern, Make);

    static Regex? Make(string pattern)
    {
        try
        {
            return new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
