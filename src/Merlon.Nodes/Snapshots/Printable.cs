using System.Text;

namespace Merlon.Nodes.Snapshots;

/// <summary>Text as a snapshot may hold it: no zero character (it separates names in keys), no half surrogate pair (UTF-8 has none).</summary>
static class Printable
{
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsClean(text) ? text : Replace(text);
    }

    static bool IsClean(string text)
    {
        foreach (var c in text)
            if (c == '\0' || char.IsSurrogate(c)) return false;
        return true;
    }

    static string Replace(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return clean.ToString();
    }
}
