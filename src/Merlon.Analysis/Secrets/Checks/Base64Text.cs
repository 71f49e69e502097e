namespace Merlon.Analysis.Secrets.Checks;

/// <summary>Decodes base 64 of both alphabets, with or without padding.</summary>
internal static class Base64Text
{
    public static bool TryDecode(string text, out byte[] bytes)
    {
        var plain = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        bytes = new byte[plain.Length * 3 / 4 + 3];
        if (plain.Length % 4 == 1 || !Convert.TryFromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '='), bytes, out var written)) return false;
        bytes = bytes[..written];
        return true;
    }
}
