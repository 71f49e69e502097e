using System.Security.Cryptography;
using System.Text;

namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Makes values that look like secrets and open nothing: the same for the same seed, so that a failure can be repeated, and put together at
/// run time, so that no secret stands in the repository.</summary>
sealed class Made(string seed)
{
    public const string Digits = "0123456789";
    public const string Hexadecimal = "0123456789abcdef";
    public const string Letters = "abcdefghijklmnopqrstuvwxyz";
    public const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public const string Alphanumeric = Digits + Capitals + Letters;
    public const string Base32 = Capitals + "234567";
    public const string Url64 = Alphanumeric + "-_";
    public const string Base64 = Alphanumeric + "+/";

    int taken;

    public string Of(string alphabet, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length) text.Append(alphabet[Next(alphabet.Length)]);
        return text.ToString();
    }

    public string Hex(int length) => Of(Hexadecimal, length);

    public string Uuid() => $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-a{Hex(3)}-{Hex(12)}";

    /// <summary>Letters, digits and a mark, as a careful person or a manager of passwords makes them.</summary>
    public string Password(int length) => Of(Letters, 2) + Of(Capitals, 2) + Of(Digits, 2) + Of("!#*+-", 1) + Of(Alphanumeric, length - 7);

    /// <summary>A number below <paramref name="bound"/>.</summary>
    public int Next(int bound)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{taken++}"));
        return (int)(BitConverter.ToUInt32(hash) % (uint)bound);
    }
}
