namespace Merlon.Analysis.Secrets.Assignments;

/// <summary>Reads what joins a name and its value: an operator, a call, an element, a pair of attributes, a type before the sign.</summary>
internal readonly ref struct OperatorReader(ReadOnlySpan<byte> text, FileFacts file, int nameStart, int nameEnd, LiteralReader literals)
{
    private const int LongestType = 48;
    private const int LongestCall = 160;
    private readonly ReadOnlySpan<byte> text = text;
    private readonly FileFacts file = file;
    private readonly int nameStart = nameStart;
    private readonly int nameEnd = nameEnd;
    private readonly LiteralReader literals = literals;
    private readonly PairReader pairs = new(text, nameStart, literals);
    private readonly NamePlace place = new(text, file, nameStart, nameEnd);

    public bool TryRead(out Literal value)
    {
        value = default;
        var at = nameEnd;
        var quoted = IsQuoted(ref at);
        if (text[nameStart] == '-') return TryOption(out value);
        if (place.IsNamed("identified"u8)) return TryIdentifiedBy(at, out value);
        if (at < text.Length && text[at] == ']') at = AfterKeys(at + 1);
        if (at < text.Length && text[at] == '\\' && !quoted) return false;
        var spaced = literals.Skip(at, " \t"u8);
        if (spaced >= text.Length) return false;
        return text[spaced] switch
        {
            (byte)'=' => TrySign(spaced, out value),
            (byte)':' => TryColon(spaced, quoted, out value),
            (byte)'!' or (byte)'?' or (byte)'|' or (byte)'+' => TryLongSign(spaced, out value),
            (byte)',' => quoted && (place.IsArgument() || pairs.IsValueOfName()) && (pairs.TryPair(spaced + 1, out value) || literals.TryQuoted(literals.Skip(spaced + 1, " \t"u8), out value) || pairs.TryBefore(out value))
                || (quoted ? place.IsField() : place.IsKeyOfCall()) && literals.TryQuoted(literals.Skip(spaced + 1, " \t<"u8), out value)
                || quoted && pairs.IsPairOfCall() && literals.TryQuoted(literals.Skip(spaced + 1, " \t"u8), out value),
            (byte)'}' when quoted => pairs.IsValueOfName() && pairs.TryBefore(out value),
            // Scala: "password" -> "x"
            (byte)'-' when quoted && text[spaced..].StartsWith("->"u8) => literals.TryQuoted(literals.Skip(spaced + 2, " \t"u8), out value),
            // R: password <- "x"
            (byte)'<' when text[spaced..].StartsWith("<-"u8) || text[spaced..].StartsWith("<<-"u8) => !quoted && literals.TryQuoted(literals.Skip(spaced + 1, "<- \t"u8), out value),
            (byte)'<' when text[spaced..].StartsWith("</"u8) => pairs.TryNextElement(spaced, out value),
            (byte)'(' => (place.IsSetter() || place.IsSqlWord()) && literals.TryQuoted(literals.Skip(spaced + 1, " \t"u8), out value),
            (byte)'>' => (quoted || (nameStart > 0 && text[nameStart - 1] is (byte)'<' or (byte)':')) && pairs.TryElement(spaced + 1, out value),
            (byte)'{' => quoted ? pairs.TryDefault(spaced, out value) : TryBraced(spaced, out value) || TryAfterAccessors(spaced, out value),
            (byte)'"' or (byte)'\'' => spaced > at && !quoted && (file.Class == TextClass.Configuration || place.IsSqlWord() || place.IsCallWithoutBrackets() || place.LineStarts("set "u8) || literals.InText) && literals.TryQuoted(spaced, out value),
            (byte)'\r' or (byte)'\n' => pairs.TryPair(spaced, out value),
            _ => TryWords(at, spaced, quoted, out value),
        };
    }

    // ['password']['postgres'] of Chef
    private int AfterKeys(int at)
    {
        while (at + 1 < text.Length && text[at] == '[' && text[at + 1] is (byte)'\'' or (byte)'"' && text[at..].IndexOf((byte)']') is > 0 and < LongestType and var close) at += close + 1;
        return at;
    }

    // "name", 'name', \"name\", and :name of Ruby
    private bool IsQuoted(ref int at)
    {
        if (nameStart == 0 || at >= text.Length) return false;
        var before = text[nameStart - 1];
        if (before is not ((byte)'"' or (byte)'\'' or (byte)'`')) return false;
        if (text[at] == before) at++;
        else if (at + 1 < text.Length && text[at] == '\\' && text[at + 1] == before) at += 2;
        else return false;
        return true;
    }

    // =, ==, ===, =>, =~ is none
    private bool TrySign(int at, out Literal value)
    {
        value = default;
        at++;
        while (at < text.Length && text[at] == '=') at++;
        if (at < text.Length && text[at] == '~') return false;
        if (at < text.Length && text[at] == '>') at++;
        return literals.TryRead(at, out value);
    }

    private bool TryColon(int at, bool quoted, out Literal value)
    {
        value = default;
        at++;
        if (at >= text.Length || text[at] == ':') return false;
        // 'Password:' is a text, and what its last quote opens is none.
        if (!quoted && nameStart > 0 && text[at] is (byte)'"' or (byte)'\'' && text[nameStart - 1] == text[at]) return false;
        // "password": {"type": "securestring", "defaultValue": "x"}
        if (literals.Skip(at, " \t\r\n"u8) is var block && block < text.Length && text[block] == '{' && (pairs.TryDefault(block, out value) || pairs.TryOnlyValue(block, out value))) return true;
        if (file.Class == TextClass.Configuration && literals.Skip(at, " \t\r"u8) is var end && end < text.Length && text[end] == '\n' && pairs.TryDefaultBelow(end + 1, out value)) return true;
        if (text[at] == '=') return literals.TryRead(at + 1, out value);
        // v-model="password" :type="x": the name of another attribute.
        if (quoted && file.Class == TextClass.Code && TypedValue(at) > 0) return false;
        // password: string = "x", token: &'static str = "x"
        if (!quoted && file.Class == TextClass.Code && TypedValue(at) is > 0 and var typed) return literals.TryRead(typed, out value);
        return literals.TryRead(at, out value);
    }

    // != and !==, ?= and ??= and ?:, ||=, +=
    private bool TryLongSign(int at, out Literal value)
    {
        value = default;
        var first = text[at];
        while (at < text.Length && text[at] == first) at++;
        if (at >= text.Length || text[at] is not ((byte)'=' or (byte)':')) return false;
        return text[at] == ':' ? TryColon(at, false, out value) : TrySign(at, out value);
    }

    // --password x, --password=x, -password x
    private bool TryOption(out Literal value)
    {
        value = default;
        var at = nameEnd;
        if (at >= text.Length || text[at] is not ((byte)' ' or (byte)'=' or (byte)'"' or (byte)'\'')) return false;
        if (text[at] is (byte)'"' or (byte)'\'')
        {
            // "--password", "x" in a list of arguments; add_argument("--password", default="x")
            var next = literals.Skip(at + 1, " \t,"u8);
            return next > at + 1 && (literals.TryQuoted(next, out value) || TryDefaultOfOption(next, out value));
        }
        at++;
        return literals.TryQuoted(at, out value) || TryArgument(at, out value);
    }

    private bool TryDefaultOfOption(int at, out Literal value)
    {
        value = default;
        var call = text.Slice(at, Math.Min(LongestCall, text.Length - at));
        if (call.IndexOfAny("\n)"u8) is >= 0 and var end) call = call[..end];
        return call.IndexOf("default="u8) is >= 0 and var given && literals.TryQuoted(at + given + "default=".Length, out value);
    }

    private bool TryArgument(int at, out Literal value)
    {
        var end = at;
        while (end < text.Length && end - at < 256 && text[end] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'\\' or (byte)')' or (byte)']')) end++;
        value = new(at, end, false);
        return end > at && text[at] != '-';
    }

    // Go and C put a type between name and sign; a Dockerfile puts a blank between name and value; XML puts attributes.
    private bool TryWords(int at, int spaced, bool quoted, out Literal value)
    {
        value = default;
        if (nameStart > 0 && text[nameStart - 1] == '<' && text[spaced..Math.Min(text.Length, spaced + 80)].IndexOf((byte)'>') is > 0 and var close) return pairs.TryElement(spaced + close + 1, out value);
        if (quoted) return pairs.TryPair(spaced, out value) || pairs.TryValueElement(spaced, out value);
        if (spaced > at && (place.LineStarts("ENV "u8) || place.LineStarts("ARG "u8) || place.LineStarts("requirepass"u8) || place.LineStarts("masterauth"u8) || place.LineStarts("export "u8) || place.LineStarts("setenv "u8) || place.LineStarts("setx "u8) || place.LineStarts("SetEnv "u8) || place.LineStarts("#define "u8) || place.LineStarts("set -"u8) || place.Before("configure set "u8))) return literals.TryRead(spaced, out value);
        if (place.LineStarts("rootpw"u8)) return literals.TryRead(text[spaced..].StartsWith("--plaintext "u8) ? spaced + "--plaintext ".Length : spaced, out value);
        if (place.IsSqlWord() && literals.TryQuoted(spaced, out value)) return true;
        // AppleScript: set thePassword to "x"
        if (text[spaced..].StartsWith("to "u8) && place.LineStarts("set "u8)) return literals.TryQuoted(spaced + "to ".Length, out value);
        // "enable secret 0 x": what follows is not hashed.
        if (text[spaced..].StartsWith("0 "u8) && place.IsServerSettings()) spaced += "0 ".Length;
        if (spaced > at && (place.IsServerSettings() || place.IsLineOfWords()) && literals.TryRead(spaced, out value)) return System.Text.Encoding.Latin1.GetString(text[value.Start..value.End]) is var word && (Values.Passwords.IsStrong(word) || Values.Passwords.IsPassPhrase(word));
        return (spaced > at || text[at] == '[') && file.Class == TextClass.Code && TypedValue(spaced) is > 0 and var typed && literals.TryRead(typed, out value);
    }

    // The sign after a type on the same line; 0 where there is none.
    private int TypedValue(int at)
    {
        for (var i = at; i < text.Length && i - at < LongestType; i++)
        {
            var b = text[i];
            if (b == '=') return i > at && i + 1 < text.Length && text[i + 1] is not ((byte)'=' or (byte)'>') ? i + 1 : 0;
            if (!(AssignmentReader.IsName(b) || b is (byte)' ' or (byte)'*' or (byte)'&' or (byte)'[' or (byte)']' or (byte)'<' or (byte)'>' or (byte)'?' or (byte)'|' or (byte)'\'')) return 0;
        }
        return 0;
    }

    // C++: const std::string password{"x"};
    private bool TryBraced(int at, out Literal value)
    {
        value = default;
        return file.Class == TextClass.Code && literals.TryQuoted(at + 1, out value) && value.End + 1 < text.Length && text[value.End + 1] == '}';
    }

    // string Password { get; set; } = "x"
    private bool TryAfterAccessors(int at, out Literal value)
    {
        value = default;
        var block = text.Slice(at, Math.Min(LongestType, text.Length - at));
        var end = block.IndexOf((byte)'}');
        if (end < 0 || block[..end].IndexOf("get;"u8) < 0) return false;
        var sign = literals.Skip(at + end + 1, " \t"u8);
        return sign < text.Length && text[sign] == '=' && literals.TryRead(sign + 1, out value);
    }

    // IDENTIFIED BY 'x', IDENTIFIED WITH plugin BY 'x'
    private bool TryIdentifiedBy(int at, out Literal value)
    {
        value = default;
        var rest = text.Slice(at, Math.Min(LongestType, text.Length - at));
        var by = rest.IndexOf(" by "u8) is >= 0 and var small ? small : rest.IndexOf(" BY "u8);
        if (by < 0) return false;
        var start = literals.Skip(at + by + 4, " \t"u8);
        if (literals.TryQuoted(start, out value)) return true;
        // IDENTIFIED BY x: what is not in quotes must look like a password by itself.
        return TryArgument(start, out value) && Values.Passwords.IsStrong(System.Text.Encoding.Latin1.GetString(text[value.Start..value.End].TrimEnd(";"u8)));
    }
}
