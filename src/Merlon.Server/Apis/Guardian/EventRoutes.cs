using System.Collections.Immutable;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Guardian.Reading;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Merlon.Server.Apis.Guardian;

/// <summary>Guardian API, events (docs/apis/guardian.md).</summary>
static class EventRoutes
{
    private const int RowsOfAPage = 500;

    public static void Map(ApiRoutes api)
    {
        api.Get("/events/types", ListTypes).Needs(Scope.EventsRead);
        api.Get("/events", List).Needs(Scope.EventsRead);
    }

    static Task<ApiResult<EventWire[]>> List([AsParameters] EventListQuery query, Paging paging, EventLog events, TimeProvider time, Caller caller, CancellationToken ct) =>
        Task.FromResult(query.Read(time.GetUtcNow())).Then(filter => events.List(filter, paging.Page(RowsOfAPage), caller, ct))
            .ToApi<IReadOnlyList<Event>, EventWire[]>(found => [.. found.Select(EventWire.From)]);

    static async Task<ApiResult<EventTypeWire[]>> ListTypes(EventLog events, Caller caller, CancellationToken ct) =>
        ApiResults.Ok<EventTypeWire[]>([.. (await events.Types(caller, ct)).Select(type => new EventTypeWire(EventTypes.NumberOf(type), type))]);
}

/// <summary>Which events to list: those of a view or of a query. One client sends start and end for the dates.</summary>
sealed record EventListQuery(
    [property: FromQuery(Name = "view_name")] string? ViewName,
    [property: FromQuery(Name = "query")] string? Query,
    [property: FromQuery(Name = "date_from")] string? DateFrom,
    [property: FromQuery(Name = "date_to")] string? DateTo,
    [property: FromQuery(Name = "start")] string? Start,
    [property: FromQuery(Name = "end")] string? End,
    [property: FromQuery(Name = "last_event_id")] long? LastEventId)
{
    public Outcome<EventFilter> Read(DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(ViewName) && string.IsNullOrWhiteSpace(Query)) return new Refusal.Invalid("", "Name a view (view_name) or write a query.");
        if ((string.IsNullOrWhiteSpace(Query) ? EventViews.Query(ViewName!) : Query) is not { } query) return new Refusal.NotFound("event view");
        if (!EventFilterReader.TryRead(query, now, out var filter, out var error)) return new Refusal.Invalid("query", error);
        if (!Period.TryRead(DateFrom ?? Start, DateTo ?? End, now, out var period, out var refusal)) return refusal;
        return filter with { From = period.From ?? filter.From, To = period.To ?? filter.To, After = LastEventId };
    }
}

/// <summary>An event as the API shows it.</summary>
sealed record EventWire(long Id, long TypeId, long? EnvironmentId, DateTimeOffset CreatedAt, ImmutableSortedDictionary<string, string> Variables)
{
    public static EventWire From(Event told) => new(told.Key, EventTypes.NumberOf(told.Type), told.EnvironmentKey, told.CreatedAt, told.Variables.SetItem("type", told.Type));
}

/// <summary>A type of events.</summary>
sealed record EventTypeWire(long Id, string Name);
