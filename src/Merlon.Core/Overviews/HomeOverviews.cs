using System.Collections.Immutable;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads what stands on the first page.</summary>
public sealed class HomeOverviews(MerlonDb db, ApplicationHeads heads, ApplicationOverviews applications, NodeHeads nodeHeads, NodeOverviews nodes)
{
    private const int MostApplications = 20;
    private const int MostNodes = 10;
    private const int MostScans = 8;
    private const int MostEvents = 10;

    /// <summary>What the caller may see of all of it.</summary>
    public async Task<Outcome<HomeView>> Of(Caller caller, CancellationToken ct)
    {
        var (all, scanned) = await applications.Count(caller, ct);
        return new HomeView(
            await heads.Exposure(caller, ct),
            all,
            scanned,
            await heads.Worst(MostApplications, caller, ct),
            await applications.LastScans(MostScans, caller, ct),
            await nodes.Count(caller, ct),
            await nodeHeads.Worst(MostNodes, caller, ct),
            await Events(caller, ct));
    }

    private async Task<ImmutableArray<EventLine>> Events(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.EventsRead)) return [];
        var rows = await db.Of<Event>(caller.Tenant).AsNoTracking().OrderByDescending(e => e.Key).Take(MostEvents).ToListAsync(ct);
        return [.. rows.Select(EventLine.Of)];
    }
}
