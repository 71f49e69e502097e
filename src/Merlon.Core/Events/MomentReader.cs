using System.Globalization;

namespace Merlon.Core.Events;

/// <summary>Reads instants as people and scripts write them: ISO 8601 dates and date-times, <c>2018-07-07 12:34:56</c>, <c>now</c>, <c>1 week ago</c>. Without an offset they are UTC.</summary>
public static class MomentReader
{
    private const int MaxAmount = 100_000;

    /// <summary>Reads an instant.</summary>
    public static bool TryRead(string text, DateTimeOffset now, out DateTimeOffset moment)
    {
        var words = text.Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        moment = now;
        switch (words)
        {
            case ["now"]: return true;
            case ["today"]: moment = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero); return true;
            case ["yesterday"]: moment = new DateTimeOffset(now.UtcDateTime.Date.AddDays(-1), TimeSpan.Zero); return true;
            case [var amount, var unit, "ago"] when int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MaxAmount:
                return TryGoBack(now, count, unit.TrimEnd('s'), out moment);
            default: return IsDate(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out moment);
        }
    }

    /// <summary>Whether the text names a whole day.</summary>
    public static bool IsWholeDay(string text) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // The framework reads much more than a date, as "5" or "Friday".
    private static bool IsDate(string text) => text.TrimStart() is { Length: >= 8 and <= 64 } trimmed && trimmed.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool TryGoBack(DateTimeOffset now, int count, string unit, out DateTimeOffset moment)
    {
        DateTimeOffset? back = unit switch
        {
            "second" => now.AddSeconds(-count),
            "minute" => now.AddMinutes(-count),
            "hour" => now.AddHours(-count),
            "day" => now.AddDays(-count),
            "week" when count <= MaxAmount / 7 => now.AddDays(-7.0 * count),
            "month" when count <= 12_000 => now.AddMonths(-count),
            "year" when count <= 1_000 => now.AddYears(-count),
            _ => null,
        };
        moment = back ?? now;
        return back is not null;
    }
}
