using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Events;

/// <summary>Reads what happened.</summary>
public sealed class EventLog(MerlonDb db)
{
    /// <summary>A page of the events that the caller may see, newest first.</summary>
    public async Task<Outcome<IReadOnlyList<Event>>> List(EventFilter filter, NumberedPage page, Caller caller, CancellationToken ct)
    {
        var events = Visible(caller).AsNoTracking();
        if (filter.Type is { } type) events = events.Where(e => e.Type == type);
        if (filter.From is { } from) events = events.Where(e => e.CreatedAt >= from);
        if (filter.To is { } to) events = events.Where(e => e.CreatedAt < to);
        if (filter.After is { } after) events = events.Where(e => e.Key > after);
        if (!filter.Environments.IsDefaultOrEmpty)
        {
            var environments = await Keys(filter, caller, ct);
            events = events.Where(e => environments.Contains(e.EnvironmentKey));
        }
        var ordered = events.OrderByDescending(e => e.Key);
        return new Outcome<IReadOnlyList<Event>>(filter.Variables.IsEmpty ? await page.Of(ordered).ToListAsync(ct) : await Sifted(ordered, filter, page, ct));
    }

    /// <summary>The types that documents name and those that the tenant has had.</summary>
    public async Task<IReadOnlyList<string>> Types(Caller caller, CancellationToken ct) =>
        [.. EventTypes.Known.Union(await Visible(caller).Select(e => e.Type).Distinct().OrderBy(type => type).ToListAsync(ct))];

    private IQueryable<Event> Visible(Caller caller)
    {
        var reach = caller.Reach(Scope.EventsRead);
        var all = db.Of<Event>(caller.Tenant);
        return reach.Everywhere ? all : all.Where(e => e.EnvironmentKey != null && reach.Environments.Contains(e.EnvironmentKey.Value));
    }

    // Variables are a document in their row: what fits is found while rows stream by, and only the page is kept.
    private static async Task<IReadOnlyList<Event>> Sifted(IQueryable<Event> events, EventFilter filter, NumberedPage page, CancellationToken ct)
    {
        var found = new List<Event>();
        var skip = page.Skip;
        await foreach (var told in events.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!filter.Fits(told) || skip-- > 0) continue;
            found.Add(told);
            if (found.Count == page.Size) break;
        }
        return found;
    }

    private async Task<List<long?>> Keys(EventFilter filter, Caller caller, CancellationToken ct)
    {
        var names = filter.Environments.Select(Columns.Fold).ToList();
        var keys = await db.Of<Environments.Environment>(caller.Tenant).Where(e => names.Contains(e.NameFolded)).Select(e => (long?)e.Key).ToListAsync(ct);
        keys.AddRange(filter.Environments.Select(text => long.TryParse(text, out var key) ? key : (long?)null).Where(key => key is not null));
        return keys;
    }
}
