using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Merlon.Packages.Purls;

/// <summary>Reads and writes pkg:type/namespace/name@version?qualifiers#subpath.</summary>
static class PurlText
{
    const string Scheme = "pkg:";
    const int UsualLength = 256;
    const string Plain = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_~:";

    static readonly SearchValues<char> PlainSigns = SearchValues.Create(Plain);
    static readonly SearchValues<char> PlainSignsAndSlash = SearchValues.Create(Plain + "/");

    /// <summary>Takes the text apart from its end, as the specification's algorithm does; null when it is no purl.</summary>
    public static PurlParts? Read(string text, bool exact)
    {
        text = text.Trim();
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var rest = text.AsSpan(Scheme.Length).TrimStart('/');

        var subpath = TakeAfter(ref rest, rest.IndexOf('#'));
        var query = TakeAfter(ref rest, rest.IndexOf('?'));
        var slash = rest.IndexOf('/');
        if (slash < 0) return null;
        var type = rest[..slash].ToString();
        rest = rest[(slash + 1)..].TrimStart('/');

        var version = TakeAfter(ref rest, VersionMark(rest));
        var qualifiers = Qualifiers(query, exact);
        if (qualifiers is null) return null;

        // A git host's path is the name of the repository, whatever its depth.
        var nameMark = type.Equals("git", StringComparison.OrdinalIgnoreCase) ? rest.IndexOf('/') : rest.LastIndexOf('/');
        var name = Decode(rest[(nameMark + 1)..]);
        var @namespace = nameMark < 0 ? null : Decode(rest[..nameMark]);
        return PurlParts.From(type, @namespace, name, version is null ? null : Decode(version), qualifiers, subpath is null ? null : Decode(subpath));
    }

    public static string Write(PurlParts purl)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[UsualLength]);
        text.AppendLiteral(Scheme);
        text.AppendLiteral(purl.Type);
        if (purl.Namespace is not null) Append(ref text, "/", Encode(purl.Namespace, PlainSignsAndSlash));
        Append(ref text, "/", Encode(purl.Name, purl.Type == "git" ? PlainSignsAndSlash : PlainSigns));
        if (purl.Version is not null) Append(ref text, "@", Encode(purl.Version, PlainSigns));
        if (!purl.Qualifiers.IsEmpty) AppendQualifiers(ref text, purl);
        if (purl.Subpath is not null) Append(ref text, "#", Encode(purl.Subpath, PlainSignsAndSlash));
        return text.ToStringAndClear();
    }

    static void AppendQualifiers(ref DefaultInterpolatedStringHandler text, PurlParts purl)
    {
        var separator = "?";
        foreach (var (key, value) in purl.Qualifiers)
        {
            Append(ref text, separator, key);
            Append(ref text, "=", Encode(value, PlainSigns));
            separator = "&";
        }
    }

    static void Append(ref DefaultInterpolatedStringHandler text, string separator, string part)
    {
        text.AppendLiteral(separator);
        text.AppendLiteral(part);
    }

    /// <summary>The last "@", unless a name such as "@scope/name" begins with it.</summary>
    static int VersionMark(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf('@');
        var beginsSegment = at == 0 || (at > 0 && text[at - 1] == '/');
        return beginsSegment && text[at..].Contains('/') ? -1 : at;
    }

    static string? TakeAfter(ref ReadOnlySpan<char> rest, int mark)
    {
        if (mark < 0) return null;
        var after = rest[(mark + 1)..].ToString();
        rest = rest[..mark];
        return after;
    }

    static IReadOnlyList<KeyValuePair<string, string>>? Qualifiers(string? query, bool exact)
    {
        if (query is null) return [];
        var qualifiers = new List<KeyValuePair<string, string>>();
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) return null;
            var key = pair[..equals];
            // The specification's own cases accept a capital inside a key, but none at its beginning.
            if (exact && char.IsAsciiLetterUpper(key[0])) return null;
            qualifiers.Add(new(key, Decode(pair.AsSpan(equals + 1))));
        }
        return qualifiers;
    }

    static string Decode(ReadOnlySpan<char> text) => text.Contains('%') ? Uri.UnescapeDataString(text.ToString()) : text.ToString();

    static string Decode(string text) => text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;

    static string Encode(string text, SearchValues<char> plain)
    {
        if (!text.AsSpan().ContainsAnyExcept(plain)) return text;
        var encoded = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (plain.Contains(c)) encoded.Append(c);
            else encoded.Append('%').Append(b.ToString("X2"));
        }
        return encoded.ToString();
    }
}
