namespace Merlon.Nodes.Snapshots;

/// <summary>Patterns in which <c>*</c> stands for any run of characters, also none. Case matters.</summary>
public static class Wildcard
{
    /// <summary>Whether the whole text fits the pattern; time grows with their lengths' product at most.</summary>
    public static bool Matches(string pattern, string text)
    {
        var (p, t, star, resume) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
