using System.Collections.Immutable;
using Merlon.Core.Storage;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Advisories;

/// <summary>The advisories in the database: what matching asks, one look-up for a batch of packages, and what pages show.</summary>
public sealed class AdvisoryStore(MerlonDb db) : IAdvisorySource
{
    // For all of the process: most texts in it are in the next batch too.
    private static readonly MatchingForm Form = new();

    public async Task<IReadOnlyDictionary<PackageKey, ImmutableArray<Advisory>>> Find(IReadOnlyCollection<PackageKey> packages, CancellationToken ct)
    {
        var named = new List<(PackageKey Package, long Advisory)>();
        foreach (var ecosystem in packages.GroupBy(p => p.Ecosystem))
        {
            var byName = ecosystem.ToDictionary(p => p.Name);
            var names = byName.Keys.ToArray();
            var rows = await db.Shared<AdvisoryPackage>().Where(p => p.Ecosystem == ecosystem.Key && names.Contains(p.Name)).Select(p => new { p.Name, p.AdvisoryKey }).ToListAsync(ct);
            named.AddRange(rows.Select(row => (byName[row.Name], row.AdvisoryKey)));
        }
        var advisories = await Read([.. named.Select(n => n.Advisory).Distinct()], ct);
        return named.GroupBy(n => n.Package, n => n.Advisory).ToDictionary(g => g.Key, g => g.Where(advisories.ContainsKey).Order().Select(key => advisories[key]).ToImmutableArray());
    }

    public async Task<IReadOnlyDictionary<string, AdvisoryAge>> Ages(CancellationToken ct) =>
        await db.Shared<AdvisoryEcosystem>().AsNoTracking().ToDictionaryAsync(e => e.Name, e => new AdvisoryAge(e.Advisories, e.NewestModified, e.LoadedAt), ct);

    /// <summary>The advisories with this id or alias, with their details.</summary>
    public async Task<IReadOnlyList<Advisory>> Find(string id, CancellationToken ct)
    {
        var rows = await db.Shared<StoredAdvisory>().AsNoTracking()
            .Where(a => a.Id == id || db.Shared<AdvisoryAlias>().Any(alias => alias.Alias == id && alias.AdvisoryKey == a.Key))
            .OrderBy(a => a.Key).ToListAsync(ct);
        return [.. rows.Select(row => row.Read(withDetails: true))];
    }

    /// <summary>EPSS's predictions of some CVEs.</summary>
    public async Task<IReadOnlyDictionary<string, ExploitPrediction>> Predictions(IReadOnlyCollection<string> cves, CancellationToken ct) =>
        await db.Shared<ExploitPrediction>().AsNoTracking().Where(e => cves.Contains(e.Cve)).ToDictionaryAsync(e => e.Cve, ct);

    /// <summary>Those of some CVEs that are known to be exploited.</summary>
    public async Task<IReadOnlyDictionary<string, KnownExploit>> Exploits(IReadOnlyCollection<string> cves, CancellationToken ct) =>
        await db.Shared<KnownExploit>().AsNoTracking().Where(e => cves.Contains(e.Cve)).ToDictionaryAsync(e => e.Cve, ct);

    private async Task<Dictionary<long, Advisory>> Read(long[] advisoryKeys, CancellationToken ct)
    {
        var rows = await db.Shared<StoredAdvisory>().AsNoTracking().Where(a => advisoryKeys.Contains(a.Key)).Select(a => new { a.Key, a.Document }).ToListAsync(ct);
        // Inflating and parsing is most of what matching takes.
        return rows.AsParallel().Select(row => (row.Key, Advisory: StoredAdvisory.ReadForMatching(row.Document, Form))).ToDictionary(read => read.Key, read => read.Advisory);
    }
}
