namespace Merlon.Server.Pages.Words;

/// <summary>Spans of time as people say them.</summary>
static class RelativeTime
{
    /// <summary>How long ago: <c>just now</c>, <c>5 minutes ago</c>, <c>3 weeks ago</c>.</summary>
    public static string Of(TimeSpan age) => age switch
    {
        { TotalSeconds: < 45 } => "just now",
        { TotalMinutes: < 60 } => Say(age.TotalMinutes, "minute"),
        { TotalHours: < 24 } => Say(age.TotalHours, "hour"),
        { TotalDays: < 14 } => Say(age.TotalDays, "day"),
        { TotalDays: < 60 } => Say(age.TotalDays / 7, "week"),
        { TotalDays: < 730 } => Say(age.TotalDays / 30.44, "month"),
        _ => Say(age.TotalDays / 365.25, "year"),
    };

    private static string Say(double amount, string unit)
    {
        var whole = Math.Max(1, (int)Math.Round(amount));
        return $"{whole} {unit}{(whole == 1 ? "" : "s")} ago";
    }
}
