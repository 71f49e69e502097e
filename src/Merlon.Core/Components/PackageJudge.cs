using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Merlon.Analysis;
using Merlon.Core.Advisories;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Components;

/// <summary>What judging the packages of a scan came to.</summary>
internal sealed class PackageTally
{
    private readonly SortedSet<string> _without = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ecosystems = new(StringComparer.Ordinal);
    private int _packages;
    private int _vulnerable;
    private int _unknown;

    /// <summary>How old what is known was.</summary>
    public IReadOnlyDictionary<string, AdvisoryAge> Ages { get; set; } = ImmutableDictionary<string, AdvisoryAge>.Empty;

    /// <summary>Counts a package.</summary>
    public void Add(string purl, PackageVerdict? verdict)
    {
        _packages++;
        if (verdict is { Matches.Length: > 0 }) _vulnerable++;
        if (verdict is null or { State: not PackageState.Checked }) _unknown++;
        var ecosystem = verdict?.Package.Ecosystem?.Name;
        if (ecosystem is not null && Ages.ContainsKey(ecosystem)) _ecosystems.Add(ecosystem);
        else _without.Add(ecosystem ?? verdict?.Package.Type ?? purl);
    }

    /// <summary>The counts of the scan with these.</summary>
    public ScanCounts Into(ScanCounts counts) => counts with
    {
        Packages = _packages,
        VulnerablePackages = _vulnerable,
        UnknownPackages = _unknown,
        AdvisoriesAsOf = _ecosystems.ToImmutableSortedDictionary(name => name, name => Ages[name].LoadedAt, StringComparer.Ordinal),
        WithoutAdvisories = [.. _without.Take(100)],
    };
}

/// <summary>Matches the packages of a scan with the advisories there are, writes the verdicts to their rows and tells the hits.</summary>
internal sealed class PackageJudge(MerlonDb db, AdvisoryStore store)
{
    private const int AtOnce = 1000;

    /// <summary>Streams the vulnerabilities that hit, a batch of packages at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<FoundVulnerability>> Judge(Scan scan, PackageTally tally, [EnumeratorCancellation] CancellationToken ct)
    {
        var matcher = new AdvisoryMatcher(store);
        tally.Ages = await store.Ages(ct);
        var packages = db.Of<ScanPackage>(scan.Tenant()).AsNoTracking().Where(p => p.ScanKey == scan.Key).OrderBy(p => p.Key);
        for (long after = 0; ;)
        {
            var batch = await packages.Where(p => p.Key > after).Take(AtOnce).Select(p => new Row(p.Key, p.Purl, p.Manifest, p.State, p.Vulnerabilities, p.Severity)).ToListAsync(ct);
            if (batch.Count == 0) yield break;
            after = batch[^1].Key;
            var verdicts = await Match(matcher, batch, ct);
            foreach (var row in batch) tally.Add(row.Purl, verdicts.GetValueOrDefault(row.Purl));
            await Keep(scan, batch, verdicts, ct);
            var hits = batch.SelectMany(row => verdicts.TryGetValue(row.Purl, out var verdict) ? verdict.Matches.Select(match => Found(row, match)) : []).ToList();
            if (hits.Count > 0) yield return hits;
        }
    }

    private static async Task<Dictionary<string, PackageVerdict>> Match(AdvisoryMatcher matcher, List<Row> batch, CancellationToken ct)
    {
        var purls = batch.Select(row => row.Purl).Distinct(StringComparer.Ordinal).Select(text => (Text: text, Purl: Purl.TryParse(text, out var purl) ? purl : null)).Where(p => p.Purl is not null).ToList();
        var verdicts = new Dictionary<string, PackageVerdict>(StringComparer.Ordinal);
        var place = 0;
        // Verdicts come in the order of the packages.
        await foreach (var verdict in matcher.Match(purls.Select(p => p.Purl!), ct)) verdicts[purls[place++].Text] = verdict;
        return verdicts;
    }

    private async Task Keep(Scan scan, List<Row> batch, Dictionary<string, PackageVerdict> verdicts, CancellationToken ct)
    {
        var changed = batch.Select(row => (Row: row, Now: Judged(verdicts.GetValueOrDefault(row.Purl)))).Where(p => p.Now != (p.Row.State, p.Row.Vulnerabilities, p.Row.Severity));
        foreach (var group in changed.GroupBy(p => p.Now, p => p.Row.Key))
        {
            var (state, vulnerabilities, severity) = group.Key;
            var packageKeys = group.ToArray();
            await db.Of<ScanPackage>(scan.Tenant()).Where(p => p.ScanKey == scan.Key && packageKeys.Contains(p.Key)).ExecuteUpdateAsync(
                p => p.SetProperty(x => x.State, state).SetProperty(x => x.Vulnerabilities, vulnerabilities).SetProperty(x => x.Severity, severity), ct);
        }
    }

    private static (PackageState State, int Vulnerabilities, FindingSeverity? Severity) Judged(PackageVerdict? verdict) =>
        verdict is null ? (PackageState.NoData, 0, null) : (verdict.State, verdict.Matches.Length, verdict.Matches.Select(m => Severity(m.Severity)).Max());

    private static FoundVulnerability Found(Row row, AdvisoryMatch match) => new()
    {
        Id = match.Advisory.Id,
        Aliases = match.Aliases,
        Purl = row.Purl,
        Severity = Severity(match.Severity),
        Cvss = (double?)match.CvssScore,
        CvssVector = match.CvssVector,
        FixedIn = match.FixedIn,
        Summary = match.Advisory.Summary,
        Manifest = row.Manifest,
    };

    private static FindingSeverity? Severity(Merlon.Packages.Advisories.Severity severity) => severity switch
    {
        Merlon.Packages.Advisories.Severity.Unknown => null,
        Merlon.Packages.Advisories.Severity.None => FindingSeverity.Info,
        Merlon.Packages.Advisories.Severity.Low => FindingSeverity.Low,
        Merlon.Packages.Advisories.Severity.Medium => FindingSeverity.Medium,
        Merlon.Packages.Advisories.Severity.High => FindingSeverity.High,
        _ => FindingSeverity.Critical,
    };

    private sealed record Row(long Key, string Purl, string Manifest, PackageState State, int Vulnerabilities, FindingSeverity? Severity);
}
