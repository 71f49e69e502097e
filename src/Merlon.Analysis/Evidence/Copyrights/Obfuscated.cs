namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>Addresses written so that machines should not see them: "(ada at nest.io)", "ada at nest dot io".</summary>
internal static class Obfuscated
{
    /// <summary>The address that starts at a part of the line and how many parts it has, or null and 0.</summary>
    public static (string? Address, int Length) At(string[] parts, int at)
    {
        if (at + 2 >= parts.Length || !Is(parts[at + 1], "at")) return (null, 0);
        var (name, host) = (parts[at], parts[at + 2]);
        if (at + 4 < parts.Length && Is(parts[at + 3], "dot"))
            return (string.Join(' ', parts[at..(at + 5)]).Trim('<', '>', '(', ')', ',', '.'), 5);
        if (name[0] is '<' or '(' && host[^1] is '>' or ')' or ',' or '.') return ($"{name} at {host}", 3);
        // "<ada at nest io>"
        if (name[0] == '<' && at + 3 < parts.Length && parts[at + 3].TrimEnd(',')[^1..] is ">") return ($"{name} at {host} {parts[at + 3]}", 4);
        return Shapes.IsSmallWord(name) && Shapes.IsDomain(host.TrimEnd('.', ',')) ? ($"{name} at {host}", 3) : (null, 0);
    }

    static bool Is(string part, string word) => part.Equals(word, StringComparison.OrdinalIgnoreCase);
}
