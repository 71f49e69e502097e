namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>One requirement in the language of PEP 508: name, extras, versions, marker.</summary>
/// <param name="Version">The version, when exactly one satisfies ("==1.0", "===1.0").</param>
/// <param name="Range">The versions as written, when more may.</param>
/// <param name="Extra">Whether the marker asks for an extra, which makes it optional.</param>
sealed record Requirement(string Name, string? Version, string? Range, bool Extra)
{
    public static Requirement? Parse(string text)
    {
        var semicolon = text.IndexOf(';');
        var (wanted, marker) = semicolon >= 0 ? (text[..semicolon].Trim(), text[(semicolon + 1)..]) : (text.Trim(), "");
        var end = 0;
        while (end < wanted.Length && (char.IsAsciiLetterOrDigit(wanted[end]) || wanted[end] is '-' or '_' or '.')) end++;
        if (end == 0) return null;
        var rest = wanted[end..].Trim();
        if (rest.StartsWith('[')) rest = rest.IndexOf(']') is > 0 and var close ? rest[(close + 1)..].Trim() : "";
        // "name @ https://..." has no version that could be compared.
        if (rest.StartsWith('@')) rest = "";
        rest = rest.Trim('(', ')', ' ');
        if (rest.Length > 0 && !IsRange(rest)) return null;
        var exact = rest.StartsWith("==") && !rest.Contains(',') && !rest.Contains('*') ? rest.TrimStart('=').Trim() : null;
        return new(wanted[..end], exact, exact is null && rest.Length > 0 ? rest : null, marker.Contains("extra", StringComparison.Ordinal));
    }

    static bool IsRange(string text) => text[0] is '=' or '<' or '>' or '!' or '~';

    public void AddTo(ManifestReport report, PackageScope scope) =>
        report.Add(PackageUrls.PyPi(Name, Version), Extra && scope == PackageScope.Runtime ? PackageScope.Optional : scope, direct: true, requirement: Range);
}
