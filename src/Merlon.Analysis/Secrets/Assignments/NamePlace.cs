namespace Merlon.Analysis.Secrets.Assignments;

/// <summary>Where a name stands: what begins its line, what stands right before it, and in what file.</summary>
internal readonly ref struct NamePlace(ReadOnlySpan<byte> text, FileFacts file, int nameStart, int nameEnd)
{
    private readonly ReadOnlySpan<byte> text = text;
    private readonly FileFacts file = file;
    private readonly int nameStart = nameStart;
    private readonly int nameEnd = nameEnd;

    // The first argument of a call, and not an item of a list.
    public bool IsArgument()
    {
        var before = text[Math.Max(0, nameStart - 8)..(nameStart - 1)].TrimEnd(" \t\\"u8);
        return !before.IsEmpty && before[^1] == '(';
    }

    public bool IsSetter()
    {
        var name = text[nameStart..nameEnd];
        if (nameStart > 0 && text[nameStart - 1] == '.') return true;
        var dot = name.LastIndexOf((byte)'.');
        var last = dot < 0 ? name : name[(dot + 1)..];
        return last.StartsWith("set"u8) || last.StartsWith("with"u8) || last.StartsWith("Set"u8) || last.StartsWith("With"u8) || (dot >= 0 && last.StartsWith("password"u8)) || (dot >= 0 && last.StartsWith("token"u8)) || (dot >= 0 && last.StartsWith("secret"u8)) || (dot >= 0 && last.StartsWith("apiKey"u8));
    }

    // "AuthLDAPBindPassword x", "user admin insecure-password x": servers part a name and its value by a blank.
    public bool IsServerSettings() => file.Name.EndsWith(".conf", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".cfg", StringComparison.OrdinalIgnoreCase);

    // "password x", "enable password x" and nothing else on the line
    public bool IsLineOfWords()
    {
        if (file.Class != TextClass.Configuration || file.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".log", StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return false;
        var before = text[Math.Max(0, nameStart - 24)..nameStart];
        if (before.LastIndexOf((byte)'\n') is >= 0 and var n) before = before[(n + 1)..];
        else if (nameStart > before.Length) return false;
        before = before.Trim(" \t"u8);
        return before.IndexOfAnyExceptInRange((byte)'a', (byte)'z') < 0;
    }

    // storePassword 'x' of Groovy, :password "x" of Clojure
    public bool IsCallWithoutBrackets() => (nameStart > 0 && text[nameStart - 1] == ':') || file.Name.EndsWith(".gradle", StringComparison.Ordinal) || file.Name.EndsWith(".groovy", StringComparison.Ordinal) || file.Name == "Jenkinsfile" || LineStarts("#define "u8);

    // put(Context.SECURITY_CREDENTIALS, "x"), {password, "x"} of Erlang
    public bool IsKeyOfCall()
    {
        if (nameStart == 0) return false;
        // set :deploy_password, 'x'
        if (LineStarts("set :"u8)) return true;
        var name = text[nameStart..nameEnd];
        if (text[nameStart - 1] == '{') return file.Class == TextClass.Configuration || file.Name.EndsWith(".erl", StringComparison.Ordinal) || file.Name.EndsWith(".exs", StringComparison.Ordinal);
        return text[nameStart - 1] == '(' && !name[(name.LastIndexOf((byte)'.') + 1)..].ContainsAnyInRange((byte)'a', (byte)'z');
    }

    // buildConfigField("String", "API_KEY", "x"), resValue(...) of Android's builds
    public bool IsField()
    {
        var line = text[Math.Max(0, nameStart - 64)..nameStart];
        if (line.LastIndexOf((byte)'\n') is >= 0 and var n) line = line[(n + 1)..];
        return line.IndexOf("buildConfigField"u8) >= 0 || line.IndexOf("resValue"u8) >= 0;
    }

    public bool Before(ReadOnlySpan<byte> words) => nameStart >= words.Length && text[(nameStart - words.Length)..nameStart].SequenceEqual(words);

    public bool IsSqlWord() => text[nameStart..nameEnd].SequenceEqual("PASSWORD"u8) || (IsNamed("password"u8) && file.Name.EndsWith(".sql", StringComparison.OrdinalIgnoreCase));

    public bool IsNamed(ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(text[nameStart..nameEnd], lower);

    public bool LineStarts(ReadOnlySpan<byte> word)
    {
        var line = text[Math.Max(0, nameStart - 64)..nameEnd];
        if (line.LastIndexOf((byte)'\n') is >= 0 and var n) line = line[(n + 1)..];
        return line.TrimStart(" \t"u8).StartsWith(word);
    }
}
