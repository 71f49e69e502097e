using System.Numerics;
using System.Security.Cryptography;

namespace Merlon.Analysis.Secrets.Checks;

/// <summary>Base 58 whose last four bytes are the first of a double SHA-256 of the others, as wallets write keys.</summary>
internal static class Base58Check
{
    private const string Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int ChecksumBytes = 4;

    public static bool IsOne(string text)
    {
        var number = BigInteger.Zero;
        foreach (var c in text)
        {
            var digit = Digits.IndexOf(c);
            if (digit < 0) return false;
            number = number * 58 + digit;
        }
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        if (bytes.Length <= ChecksumBytes) return false;
        var sum = SHA256.HashData(SHA256.HashData(bytes.AsSpan(0, bytes.Length - ChecksumBytes)));
        return sum.AsSpan(0, ChecksumBytes).SequenceEqual(bytes.AsSpan(bytes.Length - ChecksumBytes));
    }
}
