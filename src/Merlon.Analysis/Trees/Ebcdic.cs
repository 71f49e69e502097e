using System.Buffers;
using System.Text;

namespace Merlon.Analysis.Trees;

/// <summary>
/// Text of mainframes: EBCDIC in code page 1047, of which the letters, digits and most signs stand where the other Latin code pages have them. Its
/// "next line" becomes a line feed, so that lines are counted.
/// </summary>
sealed class Ebcdic : Encoding
{
    /// <summary>Less than this is too little to judge by.</summary>
    const int Least = 40;
    const byte Blank = 0x40;
    const byte FirstLetter = 0x81;
    const char NextLine = '\u0085';

    // Blank, full stop, comma, hyphen, stroke, letters, digits and ends of lines.
    static readonly SearchValues<byte> Plain = SearchValues.Create(
    [
        Blank, 0x4B, 0x4D, 0x5C, 0x5D, 0x60, 0x61, 0x6B, 0x7A, 0x7D, 0x7F, 0x0D, 0x15, 0x25,
        .. Range(0x81, 9), .. Range(0x91, 9), .. Range(0xA2, 8), .. Range(0xC1, 9), .. Range(0xD1, 9), .. Range(0xE2, 8), .. Range(0xF0, 10),
    ]);

    static readonly char[] Characters = [.. CodePagesEncodingProvider.Instance.GetEncoding(1047)!.GetString([.. Range(0, 256)]).Select(c => c == NextLine ? '\n' : c)];

    public static readonly Ebcdic Instance = new();

    Ebcdic() { }

    /// <summary>Neither a blank nor a line feed of ASCII, but blanks, letters and digits of EBCDIC, and little else.</summary>
    public static bool Is(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < Least || sample.IndexOfAny((byte)' ', (byte)'\n') >= 0) return false;
        var (blanks, letters, plain) = (0, 0, 0);
        foreach (var b in sample)
        {
            if (b == Blank) blanks++;
            if (b >= FirstLetter) letters++;
            if (Plain.Contains(b)) plain++;
        }
        return blanks * 25 >= sample.Length && letters * 5 >= sample.Length && plain * 10 >= sample.Length * 9;
    }

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++) chars[charIndex + i] = Characters[bytes[byteIndex + i]];
        return byteCount;
    }

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => throw new NotSupportedException("Text in EBCDIC is read only.");

    static IEnumerable<byte> Range(int from, int count) => Enumerable.Range(from, count).Select(i => (byte)i);
}
