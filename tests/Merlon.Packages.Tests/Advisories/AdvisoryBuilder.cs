using Merlon.Packages.Advisories;

namespace Merlon.Packages.Tests.Advisories;

/// <summary>Advisories in as few words as a test needs.</summary>
static class AdvisoryBuilder
{
    public static Advisory Advisory(string id, string ecosystem, string name, params string[] events) => new()
    {
        Id = id,
        Modified = new(2025, 1, 2, 0, 0, 0, TimeSpan.Zero),
        Affected = [new() { Ecosystem = ecosystem, Name = name, Ranges = [Range(events)] }],
    };

    /// <summary>Events like "introduced 0", "fixed 1.2", "last 1.3", "limit 2".</summary>
    public static AffectedRange Range(params string[] events) => new(RangeType.Ecosystem, [.. events.Select(Event)]);

    static RangeEvent Event(string text)
    {
        var words = text.Split(' ');
        var kind = words[0] switch
        {
            "introduced" => RangeEventKind.Introduced,
            "fixed" => RangeEventKind.Fixed,
            "last" => RangeEventKind.LastAffected,
            _ => RangeEventKind.Limit,
        };
        return new(kind, words[1]);
    }
}
