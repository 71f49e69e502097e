using System.Text;

namespace Merlon.Packages;

/// <summary>
/// One text for each of those that repeat from document to document: ecosystems, versions, vectors, words of a format. A text takes the
/// place of an older one, so that the pool never grows. Safe for several threads.
/// </summary>
public sealed class TextPool
{
    const int Places = 1 << 13;
    const int LongestText = 64;

    readonly string?[] places = new string?[Places];

    /// <summary>The text of these bytes.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText) return Encoding.UTF8.GetString(utf8);
        ref var place = ref places[Hash(utf8) & (Places - 1)];
        // Read once: another thread may put another text there meanwhile.
        return place is { } known && Ascii.Equals(utf8, known) ? known : place = Encoding.UTF8.GetString(utf8);
    }

    static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
