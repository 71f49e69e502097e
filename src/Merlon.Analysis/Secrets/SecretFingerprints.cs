using System.Security.Cryptography;
using System.Text;
using Merlon.Analysis.Secrets.Kinds;

namespace Merlon.Analysis.Secrets;

/// <summary>Names secrets without giving them away: a keyed hash of kind, path and value, the same wherever in the file the value moves.</summary>
internal sealed class SecretFingerprints(byte[]? key)
{
    private const int Bytes = 16;

    // Known to everyone: it parts fingerprints from other hashes, and hides nothing.
    private static readonly byte[] OpenKey = "merlon secret fingerprints, unkeyed"u8.ToArray();

    /// <param name="place">The path, and what else tells the place: "history", or how often the value stood there before.</param>
    public string Of(SecretMatch match, string place) => Hash($"{match.Kind.Id}\n{place}\n{match.Name}\n{(Guessable(match) ? "" : match.Value)}");

    /// <summary>Equal for equal values; stays inside one scan.</summary>
    public string OfValue(SecretMatch match) => Hash(match.Value);

    // Without a key of one's own, whoever has the fingerprint could try all likely passwords.
    private bool Guessable(SecretMatch match) => key is null && match.Kind.Matcher is not (SecretMatcher.Shape or SecretMatcher.Named or SecretMatcher.PrivateKey) && match.Value.Length < 32;

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key ?? OpenKey, Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
