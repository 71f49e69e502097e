using System.Collections.Immutable;
using Merlon.Analysis;
using Merlon.Core.Identity;
using Merlon.Core.Inventory;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads the packages of an application: the vulnerable ones worst first, and all of them by number.</summary>
public sealed class PackageOverviews(MerlonDb db, ApplicationHeads heads)
{
    private const int MostVulnerable = 300;
    private const int StretchSize = 100;

    /// <summary>The packages that its current scan found, a stretch of them after the number <paramref name="after"/>.</summary>
    public Task<Outcome<ApplicationPackages>> Of(string publicId, int after, Caller caller, CancellationToken ct) =>
        heads.Read(publicId, caller, ct).Then(async head =>
        {
            if (!caller.May(Scope.InventoryRead, head.Application)) return (Outcome<ApplicationPackages>)new Refusal.Forbidden(Scope.InventoryRead);
            if (head.Current is null) return new ApplicationPackages(head, [], [], null);
            var items = db.Of<InventoryItem>(caller.Tenant).AsNoTracking().Where(i => i.ApplicationKey == head.Application.Key && i.LastScanKey == head.Current.Key);
            var stretch = await items.Where(i => i.Number > after).OrderBy(i => i.Number).Take(StretchSize + 1).ToListAsync(ct);
            return new ApplicationPackages(
                head,
                after == 0 ? await Vulnerable(items, ct) : [],
                [.. stretch.Take(StretchSize)],
                stretch.Count > StretchSize ? stretch[StretchSize - 1].Number : null);
        });

    private static async Task<ImmutableArray<InventoryItem>> Vulnerable(IQueryable<InventoryItem> items, CancellationToken ct)
    {
        var nothing = ImmutableArray<ItemVulnerability>.Empty;
        var rows = await items.Where(i => i.Vulnerabilities != nothing).ToListAsync(ct);
        return [.. rows
            .OrderByDescending(i => i.Vulnerabilities.Max(v => v.Severity ?? FindingSeverity.Info))
            .ThenByDescending(i => i.Vulnerabilities.Max(v => v.Score ?? 0))
            .ThenByDescending(i => i.Vulnerabilities.Length)
            .ThenBy(i => i.Component, StringComparer.Ordinal).Take(MostVulnerable)];
    }
}
