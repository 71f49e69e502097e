using System.Security.Cryptography;
using System.Text;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// Shortens text that a node made too long. The digest of the whole stays at the end, so that two long texts
/// that differ behind the cut still differ, and two names stay two names.
/// </summary>
public static class BoundedText
{
    public static string Value(string text) => Shorten(text, SnapshotLimits.ValueCharacters);

    public static string Name(string text) => Shorten(text, SnapshotLimits.NameCharacters);

    /// <summary>At most <paramref name="characters"/> of the text, then what was left out.</summary>
    public static string Shorten(string text, int characters)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= characters) return text;
        var end = char.IsHighSurrogate(text[characters - 1]) ? characters - 1 : characters;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return $"{text.AsSpan(0, end)}... ({text.Length} characters, sha256 {digest})";
    }
}
