using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>The characters of JSON's strings without a text for each: rules look at nearly every string of a document, and keep none.</summary>
static class JsonChars
{
    /// <summary>Room for what is nearly always shorter.</summary>
    public const int UsualLength = 256;

    /// <summary>A string's characters; short plain ones in <paramref name="room"/>.</summary>
    public static ReadOnlySpan<char> Of(JsonElement text, Span<char> room) =>
        TryPlain(JsonMarshal.GetRawUtf8Value(text)[1..^1], room, out var length) ? room[..length] : text.GetString();

    /// <summary>A member's name; short plain ones in <paramref name="room"/>.</summary>
    public static ReadOnlySpan<char> OfName(JsonProperty property, Span<char> room) =>
        TryPlain(JsonMarshal.GetRawUtf8PropertyName(property), room, out var length) ? room[..length] : property.Name;

    /// <summary>The digest of a string: the same however it is escaped.</summary>
    public static UInt128 Digest(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text)[1..^1];
        return ItemDigest.Of(raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(text.GetString()!) : raw);
    }

    static bool TryPlain(ReadOnlySpan<byte> raw, Span<char> room, out int length)
    {
        length = 0;
        return raw.Length <= room.Length && !raw.Contains((byte)'\\') && Ascii.ToUtf16(raw, room, out length) == OperationStatus.Done;
    }
}
