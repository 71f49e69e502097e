using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Merlon.Core.Findings.Publishing;

/// <summary>
/// Stands for a fingerprint in memory: 128 bits, in two halves of multiply-and-fold over eight bytes at a time, with secrets drawn at every start.
/// Among a million fingerprints two have the same one in some 10^27 tries, and nobody outside can look for such two.
/// </summary>
internal static class FingerprintHash
{
    private static readonly ulong[] Secrets = MemoryMarshal.Cast<byte, ulong>(RandomNumberGenerator.GetBytes(4 * sizeof(ulong))).ToArray();

    public static UInt128 Of(string fingerprint)
    {
        var (upper, lower) = (Secrets[0], Secrets[1]);
        Span<byte> last = stackalloc byte[sizeof(ulong)];
        var rest = MemoryMarshal.AsBytes(fingerprint.AsSpan());
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..]) Add(MemoryMarshal.Read<ulong>(rest), ref upper, ref lower);
        rest.CopyTo(last);
        Add(MemoryMarshal.Read<ulong>(last), ref upper, ref lower);
        // A step of its own: mixed into a word, the length could make up for a difference there.
        Add((ulong)fingerprint.Length, ref upper, ref lower);
        return new(upper, lower);
    }

    private static void Add(ulong word, ref ulong upper, ref ulong lower)
    {
        upper = Fold(upper ^ word, Secrets[2] | 1);
        lower = Fold(lower ^ word, Secrets[3] | 1);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out ulong low);
        return high ^ low;
    }
}
