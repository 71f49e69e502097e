using Merlon.Core.Events;

namespace Merlon.Core.Overviews;

/// <summary>An event in a list.</summary>
/// <param name="Type">As people filter by it: <c>Application Created</c>.</param>
/// <param name="Subject">What it happened to, by name; empty where nothing is named.</param>
/// <param name="Actor">Who caused it.</param>
public sealed record EventLine(string Type, string Subject, string Actor, DateTimeOffset At)
{
    // The first that an event has is what it is about; the rest are circumstances.
    private static readonly string[] Subjects = ["application", "node", "environment", "deployment", "scheme", "organization", "user", "token", "category", "source"];

    internal static EventLine Of(Event happened) => new(
        happened.Type,
        Subjects.Select(name => happened.Variables.GetValueOrDefault(name)).FirstOrDefault(value => value is not null) ?? "",
        happened.Actor,
        happened.CreatedAt);
}
