using System.Buffers.Binary;
using System.Numerics;

namespace Merlon.Core.Findings.Publishing;

/// <summary>
/// Tells whether content changed: 64 bits of two CRC-32C, the second over scrambled words, so that what one misses the other does not. Ten times
/// faster than SHA-256 where a processor has no instructions for that, and no protection against somebody who wants two contents to look alike:
/// all that they would gain is that their own finding keeps an old text.
/// </summary>
internal static class ContentDigest
{
    private const ulong Scramble = 0x9E3779B97F4A7C15;
    private const int Word = sizeof(ulong);

    /// <summary>The digest of some bytes.</summary>
    public static long Of(ReadOnlySpan<byte> bytes)
    {
        var (plain, scrambled) = (uint.MaxValue, (uint)bytes.Length);
        for (; bytes.Length >= Word; bytes = bytes[Word..]) Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes), ref plain, ref scrambled);
        Span<byte> last = stackalloc byte[Word];
        bytes.CopyTo(last);
        Add(BinaryPrimitives.ReadUInt64LittleEndian(last), ref plain, ref scrambled);
        return (long)(((ulong)plain << 32) | scrambled);
    }

    private static void Add(ulong word, ref uint plain, ref uint scrambled)
    {
        plain = BitOperations.Crc32C(plain, word);
        var product = word * Scramble;
        scrambled = BitOperations.Crc32C(scrambled, product ^ (product >> 29));
    }
}
