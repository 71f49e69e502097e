using System.Text;

namespace Merlon.Analysis.Secrets.Checks;

/// <summary>PyPI's tokens are macaroons in the second binary form: version 2, then the location and an identifier, each with its length.</summary>
internal static class Macaroon
{
    private const byte Version = 2;
    private const byte Location = 1;
    private const byte Identifier = 2;

    public static bool IsOne(string token)
    {
        if (!Base64Text.TryDecode(token[(token.IndexOf('-') + 1)..], out var bytes)) return false;
        if (bytes is not [Version, Location, var length, ..] || bytes.Length < length + 5) return false;
        var location = Encoding.ASCII.GetString(bytes, 3, length);
        return location is "pypi.org" or "test.pypi.org" && bytes[3 + length] == Identifier;
    }
}
