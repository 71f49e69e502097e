using System.Diagnostics.CodeAnalysis;
using Merlon.Core.Events;
using Merlon.Core.Outcomes;

namespace Merlon.Server.Apis.Guardian.Reading;

/// <summary>A span of time from <c>date_from</c> and <c>date_to</c>. A day as its end is meant whole; <paramref name="To"/> itself is outside.</summary>
sealed record Period(DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Reads both ends; either may be missing.</summary>
    public static bool TryRead(string? from, string? to, DateTimeOffset now, [NotNullWhen(true)] out Period? period, [NotNullWhen(false)] out Refusal? refusal)
    {
        period = null;
        refusal = Read("date_from", from, now, out var first);
        if (refusal is not null) return false;
        refusal = Read("date_to", to, now, out var last);
        if (refusal is not null) return false;
        period = new Period(first, to is not null && MomentReader.IsWholeDay(to) ? last?.AddDays(1) : last);
        return true;
    }

    private static Refusal? Read(string field, string? text, DateTimeOffset now, out DateTimeOffset? moment)
    {
        moment = null;
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (!MomentReader.TryRead(text, now, out var read)) return new Refusal.Invalid(field, $"'{text}' is no date: write 2024-05-02, 2024-05-02 12:34:56, now, or 1 week ago.");
        moment = read;
        return null;
    }
}
