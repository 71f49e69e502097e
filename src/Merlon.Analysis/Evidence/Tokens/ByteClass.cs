namespace Merlon.Analysis.Evidence.Tokens;

/// <summary>What a byte can be to the tokenizer.</summary>
internal enum ByteClass : byte
{
    Gap,
    Letter,
    Digit,
    High,
    NewLine,
    Angle,
    Ampersand,
    Backslash,
    Plus,
}

internal static class ByteClasses
{
    public static readonly ByteClass[] Of = Build();

    static ByteClass[] Build()
    {
        var classes = new ByteClass[256];
        for (var c = 'a'; c <= 'z'; c++) (classes[c], classes[c - 32]) = (ByteClass.Letter, ByteClass.Letter);
        for (var c = '0'; c <= '9'; c++) classes[c] = ByteClass.Digit;
        for (var b = 0x80; b <= 0xFF; b++) classes[b] = ByteClass.High;
        (classes['\n'], classes['\r']) = (ByteClass.NewLine, ByteClass.NewLine);
        (classes['<'], classes['&'], classes['\\'], classes['+']) = (ByteClass.Angle, ByteClass.Ampersand, ByteClass.Backslash, ByteClass.Plus);
        return classes;
    }

    /// <summary>
    /// How many bytes at <paramref name="at"/> are one typographic sign (curly quotes, dashes, bullets, the copyright sign, a
    /// byte-order mark) rather than a letter; 0 for a letter. Understands UTF-8 and, for lone bytes, Windows-1252.
    /// </summary>
    public static int SignLength(ReadOnlySpan<byte> text, int at)
    {
        var b = text[at];
        var next = at + 1 < text.Length ? text[at + 1] : (byte)0;
        if (b is 0xE2 or 0xEF && IsTrail(next)) return Math.Min(3, text.Length - at);
        if (b == 0xC2 && IsTrail(next)) return 2;
        return b < 0xC0 ? 1 : 0;
    }

    static bool IsTrail(byte b) => (b & 0xC0) == 0x80;
}
