namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>The forms and languages in which the stewards of licences publish one page: each is tried as the page itself.</summary>
internal static class PublishedForms
{
    static readonly string[] Forms = [".tex", ".texi", ".rtf", ".dbk", ".odt", ".ps", ".pdf", ".gz", ".xml"];

    /// <summary>The addresses, folded, that the address says otherwise; the address itself is not among them.</summary>
    public static IEnumerable<string> Of(string folded)
    {
        var plain = Array.Find(Forms, f => folded.EndsWith(f, StringComparison.Ordinal)) is { } form ? folded[..^form.Length] : folded;
        if (plain.Length < folded.Length) yield return plain;
        if (plain.StartsWith("gnu.org/", StringComparison.Ordinal) || plain.StartsWith("fsf.org/", StringComparison.Ordinal)) yield return Gnu(plain);
        if (plain.StartsWith("mozilla.org/", StringComparison.Ordinal) && plain.IndexOf("/mpl/", StringComparison.Ordinal) is > 0 and var mpl) yield return Mozilla(plain[(mpl + 1)..]);
        if (plain.StartsWith("tldrlegal.com/license/", StringComparison.Ordinal)) yield return Slug(plain);
        if (plain.StartsWith("cecill.info/", StringComparison.Ordinal) && plain.EndsWith("-fr", StringComparison.Ordinal)) yield return plain[..^2] + "en";
        if (plain.StartsWith("eclipse.org/legal/epl/", StringComparison.Ordinal)) yield return plain.Replace("/epl/", "/", StringComparison.Ordinal);
    }

    // gnu.org/licenses/old-licenses/gpl-2.0.de, gnu.org/licenses/lgpl-2.1-standalone: translations, forms and the shelf of old ones.
    static string Gnu(string page)
    {
        var name = page[(page.LastIndexOf('/') + 1)..];
        if (name.EndsWith("-standalone", StringComparison.Ordinal)) name = name[..^"-standalone".Length];
        var dot = name.LastIndexOf('.');
        if (dot > 0 && name.AsSpan(dot + 1) is { Length: 2 or 5 } language && char.IsAsciiLetterLower(language[0]) && char.IsAsciiLetterLower(language[1]) && (language.Length == 2 || language[2] == '-')) name = name[..dot];
        return "gnu.org/licenses/" + name;
    }

    // mpl/2.0/index.f75d2927d3c1 of a page's copies, mpl/1.1 in any language
    static string Mozilla(string page) => "mozilla.org/" + (page.IndexOf("/index", StringComparison.Ordinal) is > 0 and var index ? page[..index] : page);

    // "bsd-3-clause-license-(revised)" and "bsd-3-clause-license-revised", "-v2.1-" and "-v2-1-"
    static string Slug(string page)
    {
        var words = page["tldrlegal.com/license/".Length..].Split(['-', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries);
        return "tldrlegal.com/license/" + string.Join('-', words);
    }
}
