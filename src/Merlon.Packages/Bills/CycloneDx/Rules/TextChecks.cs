using System.Buffers;
using System.Globalization;
using System.Net.Mail;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>Rules about a single text, which JSON strings and XML values share.</summary>
static class TextChecks
{
    // What RFC 3987 never allows unescaped.
    static readonly SearchValues<char> NeverInReferences = SearchValues.Create("<>\"{}|\\^` \t\r\n");

    public static bool Holds(Rule.Text rule, ReadOnlySpan<char> value) =>
        value.Length >= rule.Min && value.Length <= rule.Max && HasFormat(rule.Format, value) && rule.Pattern?.IsMatch(value) != false;

    static bool HasFormat(string? format, ReadOnlySpan<char> value) => format switch
    {
        "date-time" => IsDateTime(value),
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "iri-reference" => value.IndexOfAny(NeverInReferences) < 0,
        "idn-email" => MailAddress.TryCreate(value.ToString(), out _),
        _ => true,
    };

    /// <summary>RFC 3339; XML Schema's dateTime, which needs no time zone, is accepted as well.</summary>
    static bool IsDateTime(ReadOnlySpan<char> value) =>
        value.Length >= 19 && value[4] == '-' && value[10] is 'T' or 't' && value[13] == ':' && value[16] == ':' &&
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
