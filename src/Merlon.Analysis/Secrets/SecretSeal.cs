using System.Security.Cryptography;
using System.Text;

namespace Merlon.Analysis.Secrets;

/// <summary>Closes values under a key of the caller for their way out of the engine: AES-GCM, with nonce and tag before the bytes, in base 64.</summary>
public static class SecretSeal
{
    /// <summary>The length of a key in bytes.</summary>
    public const int KeyBytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static string Close(string value, byte[] key)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var closed = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(closed.AsSpan(0, NonceBytes), plain, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes));
        return Convert.ToBase64String(closed);
    }

    /// <exception cref="CryptographicException">It was not closed under this key.</exception>
    public static string Open(string closed, byte[] key)
    {
        var bytes = Convert.FromBase64String(closed);
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
