using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Merlon.Analysis.Trees;

/// <summary>Whether a file is text, and in which encoding, judged by its first bytes.</summary>
/// <param name="Binary">Not text.</param>
/// <param name="Transcode">The encoding to read it in when that is UTF-16, UTF-32 or EBCDIC; else null, and its ASCII bytes mean ASCII.</param>
public sealed record ContentKind(bool Binary, Encoding? Transcode)
{
    /// <summary>How many bytes are enough to judge by.</summary>
    public const int SampleBytes = 8 * 1024;

    // Control characters that text has no use for.
    static readonly SearchValues<byte> Odd = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b).Except("\t\n\r\f\b\x1A\x1B"u8.ToArray())]);

    static readonly ContentKind Text = new(false, null);
    static readonly ContentKind NoText = new(true, null);

    public static ContentKind Of(ReadOnlySpan<byte> sample)
    {
        if (ByMark(sample) is { } marked) return new(false, marked);
        if (Ebcdic.Is(sample)) return new(false, Ebcdic.Instance);
        if (sample.IndexOfAny(Odd) is var first && first < 0) return Text;
        if (sample.IndexOf((byte)0) >= 0) return (Utf32WithoutMark(sample) ?? Utf16WithoutMark(sample)) is { } guessed ? new(false, guessed) : NoText;
        var odd = 0;
        foreach (var b in sample[first..])
            if (Odd.Contains(b)) odd++;
        return odd * 50 > sample.Length ? NoText : Text;
    }

    static Encoding? ByMark(ReadOnlySpan<byte> sample) => sample switch
    {
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Text in UTF-32 has no number above U+10FFFF and no control characters; tables of numbers below that are told by how few of them are ASCII.</summary>
    static Encoding? Utf32WithoutMark(ReadOnlySpan<byte> sample) =>
        IsUtf32(sample, BinaryPrimitives.ReadUInt32LittleEndian) ? new UTF32Encoding(bigEndian: false, byteOrderMark: false)
        : IsUtf32(sample, BinaryPrimitives.ReadUInt32BigEndian) ? new UTF32Encoding(bigEndian: true, byteOrderMark: false)
        : null;

    delegate uint Unit(ReadOnlySpan<byte> bytes);

    static bool IsUtf32(ReadOnlySpan<byte> sample, Unit unit)
    {
        var (units, ascii) = (sample.Length / 4, 0);
        for (var at = 0; at < units; at++)
        {
            var character = unit(sample[(at * 4)..]);
            if (character > 0x10FFFF || character is < 32 and not ('\t' or '\n' or '\r' or '\f')) return false;
            if (character < 127) ascii++;
        }
        return units > 1 && ascii * 2 > units;
    }

    /// <summary>Latin text in UTF-16 has a zero in nearly every second byte and hardly one in the others.</summary>
    static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> sample)
    {
        int even = 0, odd = 0, half = sample.Length / 2;
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        if (half < 4) return null;
        return odd > half * 7 / 10 && even * 20 < half ? Encoding.Unicode
            : even > half * 7 / 10 && odd * 20 < half ? Encoding.BigEndianUnicode
            : null;
    }
}
