using System.Text;

namespace Merlon.Analysis.Secrets.Assignments;

/// <summary>The program text between "is" and a literal, as far as one must understand it.</summary>
internal sealed class Expression
{
    private static readonly string[] Lookups = ["env", "getproperty", "config", "getstring", ".get(", "fetch(", "setting", "lookup", "option"];
    private static readonly string[] Wrappers = ["secretstr(", "secret(", "string(", "bytes(", "b64decode(", "frombase64string(", "getbytes(", "buffer.from(", "some(", "str(", "string.raw", "from(", "password(", "hex.decodestring(", "textencoder().encode(", "securestring(", "to_owned(", "[]byte(", "char[](", "protectedstring(", "sensitive(", "literal(", "qstring(", "_t("];
    private readonly string _text;

    public Expression(ReadOnlySpan<byte> text) => _text = Encoding.Latin1.GetString(text).Trim().ToLowerInvariant();

    /// <summary>Whether what follows is what to take when nothing else is there.</summary>
    public bool IsFallback => _text.EndsWith("||", StringComparison.Ordinal) || _text.EndsWith("??", StringComparison.Ordinal) || _text.EndsWith(" or", StringComparison.Ordinal) || _text is "," or "or"
        || _text.EndsWith("?:", StringComparison.Ordinal) || _text.EndsWith("orelse(", StringComparison.Ordinal) || _text.EndsWith("unwrap_or(", StringComparison.Ordinal);

    /// <summary>Whether what follows is the argument of something that only wraps it.</summary>
    public bool IsWrapper => !IsLookup && Array.Exists(Wrappers, w => _text.EndsWith(w, StringComparison.Ordinal));

    /// <summary>Whether what follows is the name of a setting.</summary>
    public bool IsLookup => Array.Exists(Lookups, l => _text.Contains(l, StringComparison.Ordinal));
}
