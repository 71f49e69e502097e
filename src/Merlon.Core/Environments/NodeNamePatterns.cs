using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Merlon.Core.Environments;

/// <summary>Patterns of node names: one regular expression a line, found anywhere in a name. Matched in linear time, hence without look-around and back references.</summary>
public sealed class NodeNamePatterns
{
    private const int MaxLines = 200;
    private const int MaxLength = 500;
    private readonly ImmutableArray<Regex> _patterns;

    private NodeNamePatterns(ImmutableArray<Regex> patterns) => _patterns = patterns;

    /// <summary>True when there is no pattern, which matches nothing.</summary>
    public bool IsEmpty => _patterns.IsEmpty;

    /// <summary>Reads patterns; says in words what is wrong with those that cannot be read. Empty lines do not count.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out NodeNamePatterns? patterns, [NotNullWhen(false)] out string? error)
    {
        (patterns, error) = (null, null);
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > MaxLines || Array.Exists(lines, line => line.Length > MaxLength)) error = $"At most {MaxLines} rules of at most {MaxLength} characters are allowed.";
        var read = ImmutableArray.CreateBuilder<Regex>();
        foreach (var line in error is null ? lines : [])
        {
            if (Compile(line, out error) is not { } pattern) break;
            read.Add(pattern);
        }
        if (error is null) patterns = new NodeNamePatterns(read.ToImmutable());
        return patterns is not null;
    }

    /// <summary>Whether any pattern is found in the name.</summary>
    public bool Match(string name) => _patterns.Any(pattern => pattern.IsMatch(name));

    private static Regex? Compile(string line, out string? error)
    {
        error = null;
        try
        {
            return new Regex(line, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            error = $"'{line}' is not a regular expression that can be matched here.";
            return null;
        }
    }
}
