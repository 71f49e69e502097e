using System.Security.Cryptography;
using Merlon.Analysis;
using Merlon.Analysis.Secrets;
using Microsoft.AspNetCore.DataProtection;

namespace Merlon.Core.Findings.Secrets;

/// <summary>Takes values over from the engine's seal into the server's encryption, and opens them again. Nothing in clear is kept on the way.</summary>
internal sealed class SecretVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector _values = protection.CreateProtector("secret-values");
    private readonly IDataProtector _keys = protection.CreateProtector("secret-fingerprint-keys");

    /// <summary>The same result, its secret encrypted for the database instead of sealed for the way.</summary>
    public ScanResult TakeOver(ScanResult result, byte[] sealKey) => result is Merlon.Analysis.Finding { Secret: { Sealed: { } closed } secret } finding
        ? finding with { Secret = secret with { Sealed = _values.Protect(SecretSeal.Open(closed, sealKey)) } }
        : result;

    /// <summary>The value, or null when the key that encrypted it is gone.</summary>
    public string? Open(string protectedValue)
    {
        try
        {
            return _values.Unprotect(protectedValue);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public string ProtectKey(byte[] key) => _keys.Protect(Convert.ToBase64String(key));

    /// <exception cref="CryptographicException">The key that encrypted it is gone.</exception>
    public byte[] OpenKey(string protectedKey) => Convert.FromBase64String(_keys.Unprotect(protectedKey));
}
