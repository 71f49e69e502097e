namespace Merlon.Analysis.Secrets.Assignments;

/// <summary>Reads what joins a name and its value: an operator, a call, an element, a pair of attributes, a type before the sign.</summary>
internal readonly ref struct OperatorReader(ReadOnlySpan<byte> text, FileFacts file, int nameStart, int nameEnd, LiteralReader literals)
{
    private const int LongestType = 48;
    private const int LongestPair = 200;
    private readonly ReadOnlySpan<byte> text = text;
    private readonly FileFacts file = file;
    private readonly int nameStart = nameStart;
    private readonly int nameEnd = nameEnd;
    private readonly LiteralReader literals = literals;

    public bool TryRead(out Literal value)
    {
        value = default;
        var at = nameEnd;
        var quoted = IsQuoted(ref at);
        if (text[nameStart] == '-') return TryOption(out value);
        if (IsNamed("identified"u8)) return TryIdentifiedBy(at, out value);
        if (at < text.Length && text[at] == ']') at++;
        if (at < text.Length && text[at] == '\\' && !quoted) return false;
        var spaced = literals.Skip(at, " \t"u8);
        if (spaced >= text.Length) return false;
        return text[spaced] switch
        {
            (byte)'=' => TrySign(spaced, out value),
            (byte)':' => TryColon(spaced, out value),
            (byte)'!' or (byte)'?' or (byte)'|' or (byte)'+' => TryLongSign(spaced, out value),
            (byte)',' => quoted && (IsArgument() || IsValueOfName()) && (TryPair(spaced + 1, out value) || literals.TryQuoted(literals.Skip(spaced + 1, " \t"u8), out value) || TryBefore(out value))
                || (quoted ? IsField() : IsKeyOfCall()) && literals.TryQuoted(literals.Skip(spaced + 1, " \t<"u8), out value),
            (byte)'}' when quoted => IsValueOfName() && TryBefore(out value),
            (byte)'<' when text[spaced..].StartsWith("</key>"u8) => TryPlist(spaced + 6, out value),
            (byte)'(' => (IsSetter() || IsSqlWord()) && literals.TryQuoted(literals.Skip(spaced + 1, " \t"u8), out value),
            (byte)'>' => (quoted || (nameStart > 0 && text[nameStart - 1] is (byte)'<' or (byte)':')) && TryElement(spaced + 1, out value),
            (byte)'{' => quoted ? TryDefault(spaced, out value) : TryAfterAccessors(spaced, out value),
            (byte)'"' or (byte)'\'' => spaced > at && !quoted && (file.Class == TextClass.Configuration || IsSqlWord() || IsCallWithoutBrackets() || literals.InText) && literals.TryQuoted(spaced, out value),
            (byte)'\r' or (byte)'\n' => TryPair(spaced, out value),
            _ => TryWords(at, spaced, quoted, out value),
        };
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

    private bool TryColon(int at, out Literal value)
    {
        value = default;
        at++;
        if (at >= text.Length || text[at] == ':') return false;
        // "password": {"type": "securestring", "defaultValue": "x"}
        if (literals.Skip(at, " \t\r\n"u8) is var block && block < text.Length && text[block] == '{' && TryDefault(block, out value)) return true;
        if (text[at] == '=') return literals.TryRead(at + 1, out value);
        // password: string = "x", token: &'static str = "x"
        if (file.Class == TextClass.Code && TypedValue(at) is > 0 and var typed) return literals.TryRead(typed, out value);
        return literals.TryRead(at, out value);
    }

    // != and !==, ?= and ??= and ?:, ||=, +=
    private bool TryLongSign(int at, out Literal value)
    {
        value = default;
        var first = text[at];
        while (at < text.Length && text[at] == first) at++;
        if (at >= text.Length || text[at] is not ((byte)'=' or (byte)':')) return false;
        return text[at] == ':' ? TryColon(at, out value) : TrySign(at, out value);
    }

    // <password>x</password>, <entry key="password">x</entry>
    private bool TryElement(int at, out Literal value)
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

    // --password x, --password=x, -password x
    private bool TryOption(out Literal value)
    {
        value = default;
        var at = nameEnd;
        if (at >= text.Length || text[at] is not ((byte)' ' or (byte)'=' or (byte)'"' or (byte)'\'')) return false;
        if (text[at] is (byte)'"' or (byte)'\'')
        {
            // "--password", "x" in a list of arguments
            var next = literals.Skip(at + 1, " \t,"u8);
            return next > at + 1 && literals.TryQuoted(next, out value);
        }
        at++;
        return literals.TryQuoted(at, out value) || TryArgument(at, out value);
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
        if (nameStart > 0 && text[nameStart - 1] == '<' && text[spaced..Math.Min(text.Length, spaced + 80)].IndexOf((byte)'>') is > 0 and var close) return TryElement(spaced + close + 1, out value);
        if (quoted) return TryPair(spaced, out value) || TryValueElement(spaced, out value);
        if (spaced > at && (LineStarts("ENV "u8) || LineStarts("ARG "u8) || LineStarts("requirepass"u8) || LineStarts("masterauth"u8) || LineStarts("export "u8) || LineStarts("setenv "u8) || LineStarts("setx "u8) || LineStarts("SetEnv "u8) || LineStarts("#define "u8) || LineStarts("set -"u8) || Before("configure set "u8))) return literals.TryRead(spaced, out value);
        if (LineStarts("rootpw"u8)) return literals.TryRead(text[spaced..].StartsWith("--plaintext "u8) ? spaced + "--plaintext ".Length : spaced, out value);
        if (IsSqlWord() && literals.TryQuoted(spaced, out value)) return true;
        if (spaced > at && (IsServerSettings() || IsLineOfWords()) && literals.TryRead(spaced, out value)) return System.Text.Encoding.Latin1.GetString(text[value.Start..value.End]) is var word && (Values.Passwords.IsStrong(word) || Values.Passwords.IsPassPhrase(word));
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

    // name: X, value: y on the next line or in the next attribute; variable "x" { default = "y" }
    private bool TryPair(int at, out Literal value)
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
    private bool TryDefault(int at, out Literal value)
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
        return by >= 0 && literals.TryQuoted(literals.Skip(at + by + 4, " \t"u8), out value);
    }

    // name: X, "name": "X", key="X", Name: X
    private bool IsValueOfName()
    {
        var before = text[Math.Max(0, nameStart - 16)..nameStart].TrimEnd(" \t\"'"u8);
        if (before.IsEmpty || before[^1] is not ((byte)':' or (byte)'=')) return false;
        before = before[..^1].TrimEnd(" \t\"'"u8);
        return before.EndsWith("ame"u8) || before.EndsWith("key"u8) || before.EndsWith("Key"u8);
    }

    // The first argument of a call, and not an item of a list.
    private bool IsArgument()
    {
        var before = text[Math.Max(0, nameStart - 8)..(nameStart - 1)].TrimEnd(" \t\\"u8);
        return !before.IsEmpty && before[^1] == '(';
    }

    private bool IsSetter()
    {
        var name = text[nameStart..nameEnd];
        if (nameStart > 0 && text[nameStart - 1] == '.') return true;
        var dot = name.LastIndexOf((byte)'.');
        var last = dot < 0 ? name : name[(dot + 1)..];
        return last.StartsWith("set"u8) || last.StartsWith("with"u8) || last.StartsWith("Set"u8) || last.StartsWith("With"u8) || (dot >= 0 && last.StartsWith("password"u8)) || (dot >= 0 && last.StartsWith("token"u8)) || (dot >= 0 && last.StartsWith("secret"u8)) || (dot >= 0 && last.StartsWith("apiKey"u8));
    }

    // {"value": "x", "name": "PASSWORD"}
    private bool TryBefore(out Literal value)
    {
        value = default;
        var before = text[Math.Max(0, nameStart - LongestPair)..nameStart];
        var (from, word) = (nameStart - before.Length, before.LastIndexOf("\"value\""u8));
        if (!IsValueOfName() || word < 0 || before[word..].IndexOf((byte)'}') >= 0) return false;
        var sign = literals.Skip(from + word + 7, " \t"u8);
        return sign < text.Length && text[sign] == ':' && literals.TryQuoted(literals.Skip(sign + 1, " \t"u8), out value);
    }

    // <setting name="NAME" serializeAs="String"><value>x</value>
    private bool TryValueElement(int at, out Literal value)
    {
        value = default;
        var rest = text.Slice(at, Math.Min(LongestPair, text.Length - at));
        return IsValueOfName() && rest.IndexOf((byte)'>') is >= 0 and var close && literals.Skip(at + close + 1, " \t\r\n"u8) is var inner && text[inner..].StartsWith("<value>"u8) && TryElement(inner + 7, out value);
    }

    // "AuthLDAPBindPassword x", "user admin insecure-password x": servers part a name and its value by a blank.
    private bool IsServerSettings() => file.Name.EndsWith(".conf", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".cfg", StringComparison.OrdinalIgnoreCase);

    // "password x", "enable password x" and nothing else on the line
    private bool IsLineOfWords()
    {
        if (file.Class != TextClass.Configuration || file.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".log", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return false;
        var before = text[Math.Max(0, nameStart - 24)..nameStart];
        if (before.LastIndexOf((byte)'\n') is >= 0 and var n) before = before[(n + 1)..];
        else if (nameStart > before.Length) return false;
        before = before.Trim(" \t"u8);
        return before.IndexOfAnyExceptInRange((byte)'a', (byte)'z') < 0;
    }

    // <key>NAME</key> <string>x</string>
    private bool TryPlist(int at, out Literal value)
    {
        value = default;
        at = literals.Skip(at, " \t\r\n"u8);
        return text[at..].StartsWith("<string>"u8) && TryElement(at + 8, out value);
    }

    // storePassword 'x' of Groovy, :password "x" of Clojure
    private bool IsCallWithoutBrackets() => (nameStart > 0 && text[nameStart - 1] == ':') || file.Name.EndsWith(".gradle", StringComparison.Ordinal) || file.Name.EndsWith(".groovy", StringComparison.Ordinal) || file.Name == "Jenkinsfile" || LineStarts("#define "u8);

    // put(Context.SECURITY_CREDENTIALS, "x"), {password, "x"} of Erlang
    private bool IsKeyOfCall()
    {
        if (nameStart == 0) return false;
        // set :deploy_password, 'x'
        if (LineStarts("set :"u8)) return true;
        var name = text[nameStart..nameEnd];
        if (text[nameStart - 1] == '{') return file.Class == TextClass.Configuration || file.Name.EndsWith(".erl", StringComparison.Ordinal) || file.Name.EndsWith(".exs", StringComparison.Ordinal);
        return text[nameStart - 1] == '(' && !name[(name.LastIndexOf((byte)'.') + 1)..].ContainsAnyInRange((byte)'a', (byte)'z');
    }

    // buildConfigField("String", "API_KEY", "x"), resValue(...) of Android's builds
    private bool IsField()
    {
        var line = text[Math.Max(0, nameStart - 64)..nameStart];
        if (line.LastIndexOf((byte)'\n') is >= 0 and var n) line = line[(n + 1)..];
        return line.IndexOf("buildConfigField"u8) >= 0 || line.IndexOf("resValue"u8) >= 0;
    }

    private bool Before(ReadOnlySpan<byte> words) => nameStart >= words.Length && text[(nameStart - words.Length)..nameStart].SequenceEqual(words);

    private bool IsSqlWord() => text[nameStart..nameEnd].SequenceEqual("PASSWORD"u8) || (IsNamed("password"u8) && file.Name.EndsWith(".sql", StringComparison.OrdinalIgnoreCase));

    private bool IsNamed(ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(text[nameStart..nameEnd], lower);

    private bool LineStarts(ReadOnlySpan<byte> word)
    {
        var line = text[Math.Max(0, nameStart - 64)..nameEnd];
        if (line.LastIndexOf((byte)'\n') is >= 0 and var n) line = line[(n + 1)..];
        return line.TrimStart(" \t"u8).StartsWith(word);
    }
}
