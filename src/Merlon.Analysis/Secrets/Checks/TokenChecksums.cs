using System.Globalization;
using System.Text;

namespace Merlon.Analysis.Secrets.Checks;

/// <summary>Tokens that end with a CRC-32 of what is before. GitHub's and npm's form: github.blog, "Behind GitHub's new authentication token formats".</summary>
internal static class TokenChecksums
{
    private const int ChecksumLength = 6;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary><c>prefix_</c>, random characters, and six characters of base 62: the CRC-32 of the random ones.</summary>
    public static bool GitHub(string token)
    {
        var body = token[(token.LastIndexOf('_') + 1)..];
        var random = body[..^ChecksumLength];
        return Base62(Of(random)) == body[^ChecksumLength..];
    }

    /// <summary><c>glsa_</c>, 32 random characters, '_' and the CRC-32 of what is before it in hexadecimal.</summary>
    public static bool Grafana(string token)
    {
        var at = token.LastIndexOf('_');
        return uint.TryParse(token.AsSpan(at + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var sum)
            && (sum == Of(token[..at]) || sum == Of(token["glsa_".Length..at]));
    }

    /// <summary>The CRC-32 of IEEE 802.3 over ASCII characters.</summary>
    public static uint Of(string text)
    {
        var crc = uint.MaxValue;
        foreach (var b in Encoding.ASCII.GetBytes(text))
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }

    /// <summary>Six digits of base 62, the most significant first.</summary>
    public static string Base62(uint number) => string.Create(ChecksumLength, number, static (digits, rest) =>
    {
        for (var i = digits.Length - 1; i >= 0; i--, rest /= 62) digits[i] = Digits[(int)(rest % 62)];
    });
}
