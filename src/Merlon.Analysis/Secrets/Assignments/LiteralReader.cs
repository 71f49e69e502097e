namespace Merlon.Analysis.Secrets.Assignments;

/// <summary>A literal that was read: without its quotes.</summary>
internal readonly record struct Literal(int Start, int End, bool Quoted);

/// <summary>Reads the literal that begins at a place: quoted in any way, or a bare word where the text knows such.</summary>
internal readonly ref struct LiteralReader(ReadOnlySpan<byte> text, FileFacts file, int nameStart)
{
    private const int LongestValue = 1024;
    private const int LongestExpression = 160;
    private const int LongestWord = 64;
    private readonly ReadOnlySpan<byte> text = text;
    private readonly FileFacts file = file;
    private readonly int nameStart = nameStart;

    /// <summary>Whether the name, too, stands inside a string.</summary>
    public bool InText => AssignmentReader.IsInText(text, nameStart);

    /// <summary>The literal after optional white space; in programs also the only literal of a simple expression.</summary>
    public bool TryRead(int at, out Literal literal)
    {
        literal = default;
        at = Skip(at, " \t"u8);
        // YAML: password: &anchor x
        if (file.Class == TextClass.Configuration && at + 1 < text.Length && text[at] == '&' && Word(at + 1) is > 0 and var anchor && text[at + 1 + anchor] == ' ') at = Skip(at + 1 + anchor, " "u8);
        if (file.Class == TextClass.Configuration) at = SkipFold(at);
        if (at < text.Length && text[at] is (byte)'\r' or (byte)'\n' && file.Class == TextClass.Code) at = Skip(at, " \t\r\n"u8);
        if (at >= text.Length) return false;
        // API_KEYS = ["x"]: the first of a list.
        if (text[at] == '[' && Skip(at + 1, " "u8) is var first && first < text.Length && text[first] is (byte)'"' or (byte)'\'') at = first;
        if (TryQuoted(at, out literal)) return true;
        if (TryPrefixed(at, out literal)) return true;
        var inText = InText;
        return file.Class == TextClass.Code && !inText && !IsExported() ? TryExpression(at, out literal) : TryBare(at, inText, out literal);
    }

    /// <summary>A literal in quotes that begins here.</summary>
    public bool TryQuoted(int at, out Literal literal)
    {
        literal = default;
        var escaped = at + 1 < text.Length && text[at] == '\\' && text[at + 1] is (byte)'"' or (byte)'\'';
        if (escaped) at++;
        if (at >= text.Length || text[at] is not ((byte)'"' or (byte)'\'' or (byte)'`')) return false;
        var quote = text[at];
        var start = at + 1;
        if (text[start..].StartsWith([quote, quote])) start += 2;
        for (var i = start; i < text.Length && i - start <= LongestValue; i++)
        {
            if (text[i] == '\n') return false;
            if (text[i] == '\\' && escaped && i + 1 < text.Length && text[i + 1] == quote) { literal = new(start, i, true); return true; }
            if (text[i] == '\\') { i++; continue; }
            if (text[i] != quote) continue;
            // "\"x\"" of a program that writes another
            literal = i - start > 4 && text[start] == '\\' && text[start + 1] == quote && text[i - 2] == '\\' && text[i - 1] == quote ? new(start + 2, i - 2, true) : new(start, i, true);
            return !escaped && !IsGlued(i + 1, quote);
        }
        return false;
    }

    // What is put together of parts is no literal: "a" + b, "a" . $b, "a" % b.
    private bool IsGlued(int at, byte quote)
    {
        while (at < text.Length && text[at] == quote) at++;
        at = Skip(at, " \t"u8);
        if (at + 1 >= text.Length) return false;
        return text[at] == '+' || (text[at] == '.' && (text[at + 1] is (byte)' ' or (byte)'$' || text[at..].StartsWith(".format"u8) || text[at..].StartsWith(".concat"u8))) || (text[at] == '%' && text[at + 1] is (byte)' ' or (byte)'(');
    }

    // b"...", r"...", @"...", L"...", &"...", !!str "..."
    private bool TryPrefixed(int at, out Literal literal)
    {
        literal = default;
        for (var length = 1; length <= 2 && at + length < text.Length; length++)
        {
            if (text[at + length - 1] is not ((byte)'b' or (byte)'r' or (byte)'u' or (byte)'B' or (byte)'R' or (byte)'@' or (byte)'L' or (byte)'N' or (byte)'&' or (byte)'E' or (byte)'q')) return false;
            if (text[at + length] is (byte)'"' or (byte)'\'') return TryQuoted(at + length, out literal);
        }
        return false;
    }

    private bool TryBare(int at, bool inText, out Literal literal)
    {
        literal = default;
        var end = at;
        while (end < text.Length && end - at < LongestValue && !EndsBare(text[end], inText)) end++;
        // { user: x, password: y, host: z }
        if (!inText && file.Class == TextClass.Configuration && end > at && text[end - 1] is (byte)',' or (byte)'}' && IsInBraces()) end = at + text[at..end].TrimEnd(",}"u8).Length;
        // "username=x,password=y,uid=z" of mount's options
        // password: {type: string}
        if (!inText && file.Class == TextClass.Configuration && text[at] == '{' && !text[at..].StartsWith("{noop}"u8)) return false;
        var option = !inText && nameStart > 0 && text[nameStart - 1] == ',';
        if (option && text[at..end].IndexOf((byte)',') is > 0 and var comma) end = at + comma;
        literal = new(at, end, false);
        if (end == at) return false;
        if (option) return true;
        if (end < text.Length && text[end] == '\\' && !inText) return false;
        // A bare value is the whole rest of its line, but for a comment; more words are prose.
        if (inText || file.Markup) return true;
        var next = Skip(end, " \t"u8);
        return next >= text.Length || next == end && text[end] != '(' || text[next] is (byte)'\r' or (byte)'\n' or (byte)'#' or (byte)';' or (byte)',' or (byte)'-' or (byte)'\\' or (byte)'&' or (byte)'|' or (byte)'}' || IsShellWord(next) || IsPair(next) || IsVariableOfCommand(at) || (text[at - 1] == '=' && file.Name.EndsWith(".log", StringComparison.Ordinal));
    }

    // YAML: password: >- and the text on the next line
    private int SkipFold(int at)
    {
        if (at + 1 >= text.Length || text[at] is not ((byte)'>' or (byte)'|')) return at;
        var end = Skip(at + 1, "-+\r"u8);
        return end < text.Length && text[end] == '\n' ? Skip(end, "\n "u8) : at;
    }

    // "name=app password=x priv=y": another name with its value.
    private bool IsPair(int at) => file.Class == TextClass.Configuration && nameStart > 0 && text[nameStart - 1] == ' ' && Word(at) is > 0 and var length && at + length < text.Length && text[at + length] == '=';

    private int Word(int at)
    {
        var length = 0;
        while (at + length < text.Length && length < LongestWord && AssignmentReader.IsName(text[at + length])) length++;
        return at + length < text.Length ? length : 0;
    }

    // A script, also inside of a program: export NAME=x, setenv NAME x
    private bool IsExported() => nameStart >= 7 && (text[(nameStart - 7)..nameStart].SequenceEqual("export "u8) || text[(nameStart - 7)..nameStart].SequenceEqual("setenv "u8));

    private bool IsInBraces()
    {
        var line = text[Math.Max(0, nameStart - LongestExpression)..nameStart];
        if (line.LastIndexOf((byte)'\n') is >= 0 and var n) line = line[(n + 1)..];
        return line.LastIndexOf((byte)'{') > line.LastIndexOf((byte)'}');
    }

    // PGPASSWORD=x psql -h db
    private bool IsVariableOfCommand(int at) =>
        text[at - 1] == '=' && (nameStart == 0 || text[nameStart - 1] is (byte)'\n' or (byte)'\t' or (byte)' ' or (byte)';') && !text[nameStart..(at - 1)].ContainsAnyInRange((byte)'a', (byte)'z') && file.Class == TextClass.Configuration;

    // DB_PASSWORD=x command, ENV A=x B=y, --build-arg A=x .
    private bool IsShellWord(int at) => text[at - 1] == ' ' && (text[at] is >= (byte)'A' and <= (byte)'z' or (byte)'.' or (byte)'/') && (file.Name.Contains("ocker", StringComparison.Ordinal) || file.Name.EndsWith("sh", StringComparison.Ordinal) || file.Class == TextClass.Configuration && text[at] is <= (byte)'Z');

    private bool EndsBare(byte b, bool inText) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'<' or (byte)'\\' || (inText && b is (byte)';' or (byte)'&' or (byte)',' or (byte)')') || (file.Class == TextClass.Prose && b is (byte)',' or (byte)')');

    /// <summary>Programs wrap literals: <c>new Secret("x")</c>, <c>Bytes("x")</c>; and fall back on them: <c>env("X") || "x"</c>, <c>getenv("X", "x")</c>.</summary>
    private bool TryExpression(int at, out Literal literal)
    {
        literal = default;
        var line = text.Slice(at, Math.Min(LongestExpression, text.Length - at));
        if (line.IndexOfAny("\r\n;"u8) is >= 0 and var stop) line = line[..stop];
        var open = line.IndexOfAny("\"'`"u8);
        if (open <= 0) return false;
        var words = new Expression(line[..open]);
        if (words.IsFallback || words.IsWrapper) return TryQuoted(at + open, out literal);
        if (!words.IsLookup || !TryQuoted(at + open, out var key)) return false;
        var after = line[Math.Min(line.Length, key.End - at + 1)..];
        var second = after.IndexOfAny("\"'`"u8);
        return second > 0 && new Expression(after[..second]).IsFallback && TryQuoted(key.End + 1 + second, out literal);
    }

    public int Skip(int at, ReadOnlySpan<byte> set)
    {
        while (at < text.Length && set.Contains(text[at])) at++;
        return at;
    }
}
