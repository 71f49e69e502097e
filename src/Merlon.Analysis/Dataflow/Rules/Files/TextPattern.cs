using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Merlon.Analysis.Dataflow.Rules.Files;

/// <summary>
/// A pattern that a whole text must match. What it is matched with is made when a text is first held against it, and once for all readings of a
/// file: most patterns are never asked, and each would cost a millisecond.
/// </summary>
sealed class TextPattern
{
    static readonly ConcurrentDictionary<(string Text, RegexOptions Options), TextPattern> Known = new();

    /// <summary>More than any text of a program needs: the patterns never go back.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly Lazy<Regex> regex;

    TextPattern(string text, RegexOptions options) =>
        regex = new(() => new Regex(text, options | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Patience));

    /// <summary>Matches nothing.</summary>
    public static TextPattern Nothing { get; } = new("$^", RegexOptions.None);

    public static TextPattern Of(string text, RegexOptions options) => Known.GetOrAdd((text, options), p => new TextPattern($"^(?:{p.Text})$", p.Options));

    public bool IsMatch(string text) => regex.Value.IsMatch(text);

    /// <summary>What is wrong with the pattern; null when it can be used.</summary>
    public string? Error()
    {
        try
        {
            _ = regex.Value;
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return exception.Message;
        }
    }
}
