using System.Collections.Immutable;
using Merlon.Core.Findings;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Search;

/// <summary>
/// Looks for open findings by what they share: the id of an advisory, or a word of their category. Both are found by index, whatever the
/// number of findings; titles and paths are searched on an application's own page.
/// </summary>
public sealed class FindingSearch(MerlonDb db, Findings.Findings findings)
{
    /// <summary>Most findings answered.</summary>
    public const int Most = 20;

    /// <summary>The worst that match.</summary>
    public async Task<ImmutableArray<FindingView>> Find(string text, Caller caller, CancellationToken ct)
    {
        if (await Filter(text, caller.Tenant, ct) is not { } filter) return [];
        var listed = await findings.OfTenant(filter, new FindingPaging(Size: Most, Sort: FindingSort.Severity), ScanFilter.Any, caller, ct);
        return listed.Succeeded(out var listing, out _) ? listing.Findings : [];
    }

    private async Task<FindingFilter?> Filter(string text, TenantId tenant, CancellationToken ct)
    {
        if (text.StartsWith("CVE-", StringComparison.OrdinalIgnoreCase)) return FindingFilter.Open with { Tags = [new("cve", text.ToUpperInvariant())] };
        var profiles = await db.Of<FindingProfile>(tenant).AsNoTracking().Select(p => p.Document).ToListAsync(ct);
        ImmutableArray<string> categories = [.. profiles.Select(p => p.Category).Distinct(StringComparer.Ordinal).Where(c => c.Contains(text, StringComparison.OrdinalIgnoreCase))];
        return categories.IsEmpty ? null : FindingFilter.Open with { Categories = categories };
    }
}
