using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Inventory;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Search;

/// <summary>Answers "where is log4j?" over everything that the caller may see. Every step is bounded and found by index.</summary>
public sealed class Searches(MerlonDb db, ComponentNames names, Applications.Applications applications, FindingSearch findings, MachineSearch machines)
{
    /// <summary>Longest text that is looked for.</summary>
    public const int MaxLength = 200;

    private const int MostNames = 100;
    private const int MostItems = 200;
    private const int MostApplications = 20;

    /// <summary>Applications, machines, packages and findings whose names hold the text.</summary>
    public async Task<Outcome<SearchView>> Find(string? query, Caller caller, CancellationToken ct)
    {
        var text = (query ?? "").Trim();
        if (text.Length > MaxLength) return new Refusal.Invalid("q", $"At most {MaxLength} characters can be looked for.");
        if (text.Length == 0) return new SearchView("", [], [], false);
        var part = Columns.Fold(text);
        var named = await Named(part, caller, ct);
        var items = await Items(part, caller, ct);
        var found = await findings.Find(text, caller, ct);
        var (nodes, moreNodes) = await machines.Find(part, caller, ct);
        var titles = await Titles([.. named, .. items.Select(i => i.ApplicationKey), .. found.Select(f => f.Finding.ApplicationKey)], caller.Tenant, ct);
        return new SearchView(
            text,
            [.. titles.OrderBy(a => a.NameFolded, StringComparer.Ordinal).Select(a => new ApplicationHits(
                a.PublicId, a.Name, [.. items.Where(i => i.ApplicationKey == a.Key)], [.. found.Where(f => f.Finding.ApplicationKey == a.Key)]))],
            nodes,
            moreNodes || items.Count == MostItems || named.Count == MostApplications || found.Length == FindingSearch.Most);
    }

    private Task<List<long>> Named(string part, Caller caller, CancellationToken ct) =>
        applications.Visible(caller).Where(a => a.NameFolded.Contains(part) || a.PublicIdFolded.Contains(part)).OrderBy(a => a.NameFolded).Select(a => a.Key).Take(MostApplications).ToListAsync(ct);

    private async Task<List<InventoryItem>> Items(string part, Caller caller, CancellationToken ct)
    {
        var components = (await names.Holding(part, caller.Tenant, MostNames, ct)).ToArray();
        if (components.Length == 0) return [];
        var readable = applications.Visible(caller, Scope.InventoryRead);
        return await db.Of<InventoryItem>(caller.Tenant).AsNoTracking()
            .Where(i => components.Contains(i.Component) && readable.Any(a => a.Key == i.ApplicationKey && a.CurrentScanKey == i.LastScanKey))
            .OrderBy(i => i.ApplicationKey).ThenBy(i => i.Component).ThenBy(i => i.Version).Take(MostItems).ToListAsync(ct);
    }

    private async Task<List<Application>> Titles(long[] applicationKeys, TenantId tenant, CancellationToken ct)
    {
        var distinct = applicationKeys.Distinct().ToArray();
        return await db.Of<Application>(tenant).AsNoTracking().Where(a => distinct.Contains(a.Key)).ToListAsync(ct);
    }
}
