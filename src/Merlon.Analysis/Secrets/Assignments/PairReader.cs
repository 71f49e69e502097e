namespace Merlon.Analysis.Secrets.Assignments;

/// <summary>Reads values that stand apart from their names: in the next attribute, element, key or argument.</summary>
internal readonly ref struct PairReader(ReadOnlySpan<byte> text, int nameStart, LiteralReader literals)
{
    private const int LongestPair = 200;
    private readonly ReadOnlySpan<byte> text = text;
    private readonly int nameStart = nameStart;
    private readonly LiteralReader literals = literals;

    // <password>x</password>, <entry key="password">x</entry>
    public bool TryElement(int at, out Literal value)
    {
        value = default;
        if (text[at..].StartsWith("<![CDATA["u8))
        {
            var inside = at + 9;
            var close = text[inside..Math.Min(text.Length, inside + 512)].IndexOf("]]>"u8);
            value = new(inside, inside + Math.Max(0, close), true);
            return close > 0;
        }
        // <Password> <Value>x</Value>
        if (literals.Skip(at, " \t\r\n"u8) is var inner && text[inner..].StartsWith("<Value>"u8)) at = inner + "<Value>".Length;
        var end = text[at..].IndexOfAny("<\r\n"u8);
        if (end <= 0 || text[at + end] != '<' || end > 512) return false;
        value = new(at, at + end, true);
        return true;
    }

    // name: X, value: y on the next line or in the next attribute; variable "x" { default = "y" }
    public bool TryPair(int at, out Literal value)
    {
        value = default;
        if (!IsValueOfName()) return false;
        at = literals.Skip(at, " \t\r\n,"u8);
        if (at < text.Length && text[at] is (byte)'"' or (byte)'\'') at++;
        if (at + 6 > text.Length || !(text[at..].StartsWith("value"u8) || text[at..].StartsWith("Value"u8))) return false;
        at += 5;
        if (at < text.Length && text[at] is (byte)'"' or (byte)'\'') at++;
        at = literals.Skip(at, " \t"u8);
        return at < text.Length && text[at] is (byte)':' or (byte)'=' && literals.TryRead(at + 1, out value);
    }

    // variable "x" { default = "y" }
    public bool TryDefault(int at, out Literal value)
    {
        value = default;
        var block = text.Slice(at, Math.Min(LongestPair, text.Length - at));
        if (block.IndexOf((byte)'}') is >= 0 and var end) block = block[..end];
        var word = block.IndexOf("default"u8);
        if (word < 0) return false;
        var behind = at + word + 7;
        if (text[behind..].StartsWith("Value"u8)) behind += "Value".Length;
        var sign = literals.Skip(behind, " \t\":"u8);
        return sign < text.Length && (text[sign] == '=' ? literals.TryRead(sign + 1, out value) : literals.TryQuoted(sign, out value) || literals.TryQuoted(sign - 1, out value));
    }

    // {"value": "x", "name": "PASSWORD"}
    public bool TryBefore(out Literal value)
    {
        value = default;
        var before = text[Math.Max(0, nameStart - LongestPair)..nameStart];
        var (from, word) = (nameStart - before.Length, before.LastIndexOf("\"value\""u8));
        if (!IsValueOfName() || word < 0 || before[word..].IndexOf((byte)'}') >= 0) return false;
        var sign = literals.Skip(from + word + 7, " \t"u8);
        return sign < text.Length && text[sign] == ':' && literals.TryQuoted(literals.Skip(sign + 1, " \t"u8), out value);
    }

    // <setting name="NAME" serializeAs="String"><value>x</value>
    public bool TryValueElement(int at, out Literal value)
    {
        value = default;
        var rest = text.Slice(at, Math.Min(LongestPair, text.Length - at));
        return IsValueOfName() && rest.IndexOf((byte)'>') is >= 0 and var close && literals.Skip(at + close + 1, " \t\r\n"u8) is var inner && text[inner..].StartsWith("<value>"u8) && TryElement(inner + 7, out value);
    }

    // name: X, "name": "X", key="X", Name: X
    public bool IsValueOfName()
    {
        var before = text[Math.Max(0, nameStart - 16)..nameStart].TrimEnd(" \t\"'"u8);
        if (before.IsEmpty || before[^1] is not ((byte)':' or (byte)'=')) return false;
        before = before[..^1].TrimEnd(" \t\"'"u8);
        return before.EndsWith("ame"u8) || before.EndsWith("key"u8) || before.EndsWith("Key"u8);
    }

    // <key>NAME</key> <string>x</string>, <name>NAME</name> <value>x</value>, <stringProp name="Argument.name">NAME</stringProp> <stringProp name="Argument.value">x
    public bool TryNextElement(int at, out Literal value)
    {
        value = default;
        var rest = text.Slice(at, Math.Min(LongestPair, text.Length - at));
        if (rest.IndexOf((byte)'>') is not (> 0 and var close)) return false;
        var key = rest[..close].SequenceEqual("</key"u8);
        var next = literals.Skip(at + close + 1, " \t\r\n"u8);
        if (next >= text.Length || text[next] != '<') return false;
        var element = text.Slice(next, Math.Min(LongestPair, text.Length - next));
        if (element.IndexOf((byte)'>') is not (> 1 and var end) || element[1] == '/') return false;
        return (key ? element[..end].SequenceEqual("<string"u8) : element[..end].IndexOf("alue"u8) > 0) && TryElement(next + end + 1, out value);
    }

    // "adminPassword": { "value": "x" }
    public bool TryOnlyValue(int at, out Literal value)
    {
        value = default;
        var block = text.Slice(at, Math.Min(LongestPair, text.Length - at));
        if (block.IndexOf((byte)'}') is >= 0 and var end) block = block[..end];
        return block.IndexOf("\"value\""u8) is >= 0 and var word && literals.Skip(at + word + "\"value\"".Length, " \t:"u8) is var sign && sign < text.Length && literals.TryQuoted(sign, out value);
    }

    // DbPassword:\n  Type: String\n  Default: x
    public bool TryDefaultBelow(int at, out Literal value)
    {
        value = default;
        var line = text[..nameStart].LastIndexOf((byte)'\n') + 1;
        for (var stop = Math.Min(text.Length, at + LongestPair); at < stop;)
        {
            var start = literals.Skip(at, " "u8);
            if (start - at <= nameStart - line) return false;
            if (text[start..].StartsWith("Default: "u8) || text[start..].StartsWith("default: "u8)) return literals.TryRead(start + "Default:".Length, out value);
            var length = text[start..].IndexOf((byte)'\n');
            if (length < 0) return false;
            at = start + length + 1;
        }
        return false;
    }

    // Map.of("user", "app", "password", "x"): behind pairs of other arguments.
    public bool IsPairOfCall()
    {
        var call = text[Math.Max(0, nameStart - LongestPair)..(nameStart - 1)];
        if (call.LastIndexOf((byte)'\n') is >= 0 and var n) call = call[(n + 1)..];
        if (call.LastIndexOf((byte)'(') is not (> 0 and var open) || !AssignmentReader.IsName(call[open - 1])) return false;
        var (literalsBefore, commas) = (0, 0);
        for (var at = open + 1; at < call.Length; at++)
        {
            if (call[at] == ',') commas++;
            else if (call[at] is (byte)'"' or (byte)'\'')
            {
                if (call[(at + 1)..].IndexOf(call[at]) is not (>= 0 and var length)) return false;
                (literalsBefore, at) = (literalsBefore + 1, at + 1 + length);
            }
        }
        return commas > 0 && commas % 2 == 0 && literalsBefore > 0;
    }
}
