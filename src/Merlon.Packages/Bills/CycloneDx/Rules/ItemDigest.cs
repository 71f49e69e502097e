using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>
/// 128 bits that tell the items of one list apart, a tenth of the effort of a cryptographic digest. The keys are drawn anew in each
/// process, so that nobody can write a document whose different items look the same; a digest means nothing outside of it.
/// </summary>
static class ItemDigest
{
    static readonly ulong[] Keys = [Key(), Key(), Key(), Key()];

    public static UInt128 Of(ReadOnlySpan<byte> text)
    {
        var (low, high) = (Keys[0] ^ (ulong)text.Length, Keys[1]);
        Span<byte> last = stackalloc byte[16];
        for (; text.Length >= 16; text = text[16..]) (low, high) = Mix(low, high, text);
        if (text.Length > 0)
        {
            text.CopyTo(last);
            (low, high) = Mix(low, high, last);
        }
        return new(Fold(high ^ Keys[2], low ^ Keys[3]), Fold(low ^ Keys[2], high ^ Keys[1]));
    }

    static (ulong Low, ulong High) Mix(ulong low, ulong high, ReadOnlySpan<byte> block)
    {
        var (first, second) = (BinaryPrimitives.ReadUInt64LittleEndian(block), BinaryPrimitives.ReadUInt64LittleEndian(block[8..]));
        return (Fold(first ^ Keys[2] ^ low, second ^ Keys[0]) + high, Fold(second ^ Keys[3] ^ high, first ^ Keys[1]) ^ low);
    }

    static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }

    static ulong Key() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;
}
