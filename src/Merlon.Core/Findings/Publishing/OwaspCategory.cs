using System.Text;

namespace Merlon.Core.Findings.Publishing;

/// <summary>
/// The tags that name a category of OWASP's lists, in the form in which clients filter and gate by them: <c>owasp_category</c> is of 2017,
/// <c>a1-injection</c>; <c>owasp_2021_category</c> is of 2021, <c>a03-injection</c>. The rules of the engine write the lists' own headings:
/// <c>A4-XML_External_Entities_(XXE)</c>, <c>a01-2021-broken_access_control</c>.
/// </summary>
static class OwaspCategory
{
    private const string Of2017 = "owasp_2017_category";
    private const string Of2021 = "owasp_2021_category";

    /// <summary>The tag as it is kept; one of anything else stays as it is.</summary>
    public static Merlon.Analysis.FindingTag Named(Merlon.Analysis.FindingTag tag) => tag.Key switch
    {
        Of2017 => new("owasp_category", Word(tag.Value)),
        Of2021 => new(Of2021, Word(tag.Value).Replace("-2021-", "-", StringComparison.Ordinal)),
        _ => tag,
    };

    private static string Word(string heading) => Hyphened(Abbreviated(heading));

    // Where a heading ends in an abbreviation, that is the name: A7-Cross-Site_Scripting_(XSS) is a7-xss.
    private static string Abbreviated(string heading) =>
        heading.EndsWith(')') && heading.LastIndexOf('(') is > 0 and var open && heading.IndexOf('-', StringComparison.Ordinal) is > 0 and var number
            ? $"{heading[..number]}-{heading[(open + 1)..^1]}"
            : heading;

    private static string Hyphened(string text)
    {
        var word = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            else if (word.Length > 0 && word[^1] != '-') word.Append('-');
        }
        return word.ToString().TrimEnd('-');
    }
}
