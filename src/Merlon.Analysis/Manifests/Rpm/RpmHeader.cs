using System.Buffers.Binary;
using System.Text;

namespace Merlon.Analysis.Manifests.Rpm;

/// <summary>
/// The header of an installed package as RPM's database holds it: how many entries and how many bytes of values, then an entry of
/// 16 bytes for each tag (number, type, where its value begins, how many), then the values (rpm.org, "Package format"; numbers are big-endian).
/// </summary>
readonly ref struct RpmHeader(ReadOnlySpan<byte> header)
{
    public const int Name = 1000, Version = 1001, Release = 1002, Epoch = 1003, License = 1014, Architecture = 1022, Source = 1044;

    const int EntryBytes = 16;
    const int Int32Type = 4, StringType = 6, StringsType = 8, TranslatedType = 9;

    readonly ReadOnlySpan<byte> header = header;

    /// <summary>The tag's text, the first of several; null when the header does not have it.</summary>
    public string? Text(int tag)
    {
        if (Find(tag, out var type) is not { IsEmpty: false } value || type is not (StringType or StringsType or TranslatedType)) return null;
        var end = value.IndexOf((byte)0);
        return end < 0 ? null : Encoding.UTF8.GetString(value[..end]);
    }

    /// <summary>The tag's number, or null.</summary>
    public uint? Number(int tag) => Find(tag, out var type) is { Length: >= 4 } value && type == Int32Type ? BinaryPrimitives.ReadUInt32BigEndian(value) : null;

    // What the values hold from the tag's own on.
    ReadOnlySpan<byte> Find(int tag, out int type)
    {
        type = 0;
        if (header.Length < 8) throw new ManifestException("a header is cut short");
        var (entries, bytes) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        if (8 + ((long)entries * EntryBytes) + bytes > header.Length) throw new ManifestException("a header is cut short");
        var values = header.Slice(8 + ((int)entries * EntryBytes), (int)bytes);
        for (var at = 8; at < 8 + ((int)entries * EntryBytes); at += EntryBytes)
        {
            if (BinaryPrimitives.ReadInt32BigEndian(header[at..]) != tag) continue;
            type = BinaryPrimitives.ReadInt32BigEndian(header[(at + 4)..]);
            var offset = BinaryPrimitives.ReadUInt32BigEndian(header[(at + 8)..]);
            return offset <= values.Length ? values[(int)offset..] : [];
        }
        return [];
    }
}
