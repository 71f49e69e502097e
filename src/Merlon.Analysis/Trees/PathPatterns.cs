using System.Collections.Immutable;

namespace Merlon.Analysis.Trees;

/// <summary>Patterns over relative paths: <c>*</c> any characters but '/', <c>**</c> any characters, <c>?</c> one character but '/'.
/// A pattern without '/' is held against the last name of the path, as the walk asks for each folder on the way.</summary>
public sealed class PathPatterns(ImmutableArray<string> patterns)
{
    readonly ImmutableArray<string> patterns = [.. patterns.Select(p => p.Trim().TrimEnd('/')).Where(p => p.Length > 0)];

    public bool Match(string path)
    {
        var name = path.AsSpan()[(path.LastIndexOf('/') + 1)..];
        foreach (var pattern in patterns)
            if (Match(pattern.AsSpan().TrimStart('/'), pattern.Contains('/') ? path : name)) return true;
        return false;
    }

    /// <summary>Greedy with two points to fall back to, the last '**' and the last '*' after it: quadratic at worst, never exponential.</summary>
    static bool Match(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, starPattern = -1, starText = 0, anyPattern = -1, anyText = 0;
        while (true)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                if (p + 1 < pattern.Length && pattern[p + 1] == '*')
                {
                    p += p + 2 < pattern.Length && pattern[p + 2] == '/' ? 3 : 2;
                    (anyPattern, anyText, starPattern) = (p, t, -1);
                }
                else (starPattern, starText) = (++p, t);
            }
            else if (p == pattern.Length && t == text.Length) return true;
            else if (p < pattern.Length && t < text.Length && (pattern[p] == text[t] || (pattern[p] == '?' && text[t] != '/'))) (p, t) = (p + 1, t + 1);
            else if (starPattern >= 0 && starText < text.Length && text[starText] != '/') (p, t) = (starPattern, ++starText);
            else if (anyPattern >= 0 && anyText < text.Length) (p, t, starPattern) = (anyPattern, ++anyText, -1);
            else return false;
        }
    }
}
