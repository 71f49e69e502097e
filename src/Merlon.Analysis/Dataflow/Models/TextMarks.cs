using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Merlon.Analysis.Dataflow.Models;

/// <summary>
/// What it means for data not to hold certain characters: <c>&lt;</c> for a page, a line feed for a header. Says what a replacement, or a
/// test against a pattern, takes out. Patterns are tried on single characters; one that this platform cannot read counts as nothing.
/// </summary>
sealed class TextMarks(IReadOnlyDictionary<char, ulong> characters, ulong matched)
{
    /// <summary>A pattern that accepts this accepts anything.</summary>
    const string Hostile = "x'\"<>;&|$(../)\\ -- %0a";

    readonly ConcurrentDictionary<string, Regex?> patterns = new();

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
    public bool Confines(string pattern) => Read(pattern) is not { } regex || !regex.IsMatch(Hostile);

    /// <summary>The marks of data that matches a pattern as a whole.</summary>
    public ulong MarksOfMatch(string pattern) => Read(pattern) is not null && Confines(pattern) ? matched : 0;

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
