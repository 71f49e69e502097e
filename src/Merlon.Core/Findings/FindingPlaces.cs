using System.Collections.Immutable;
using System.Linq.Expressions;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings;

/// <summary>Reads the findings of a scan by where they stand. It knows no caller: who shows them asks first whether they may be seen.</summary>
public sealed class FindingPlaces(MerlonDb db, FindingProfiles profiles)
{
    /// <summary>Those in one file, by line.</summary>
    public async Task<ImmutableArray<PlacedFinding>> In(Scan scan, string path, CancellationToken ct) =>
        [.. (await Of(scan, finding => finding.Path == path, ct)).OrderBy(finding => finding.Line).ThenBy(finding => finding.Key)];

    /// <summary>Those in all files whose paths begin with <paramref name="prefix"/>, in no particular order.</summary>
    public async Task<IReadOnlyList<PlacedFinding>> Below(Scan scan, string prefix, CancellationToken ct) =>
        prefix.Length == 0 ? await Of(scan, finding => true, ct) : await Of(scan, finding => finding.Path.StartsWith(prefix), ct);

    private async Task<List<PlacedFinding>> Of(Scan scan, Expression<Func<Finding, bool>> where, CancellationToken ct)
    {
        var rows = await db.Of<Finding>(scan.Tenant()).AsNoTracking().Where(f => f.ApplicationKey == scan.ApplicationKey).Where(where)
            .Select(f => new { f.Key, f.Path, f.Line, f.Title }).ToListAsync(ct);
        // The rows are the application's over all its scans; the scan's list says which of them it has.
        var listed = await new StoredSet(db, scan.Tenant(), scan.Key).Pick(rows.ConvertAll(row => row.Key), ct);
        var kinds = listed.ToDictionary(entry => entry.Key, entry => entry.Kind);
        var profileOf = await profiles.Profiles(scan.Tenant(), kinds.Values.Select(kind => kind.Profile), ct);
        var triageOf = await profiles.Triages(scan.Tenant(), kinds.Values.Select(kind => kind.Triage), ct);
        return [.. rows.Where(row => kinds.ContainsKey(row.Key)).Select(row => (Row: row, Kind: kinds[row.Key], Profile: profileOf(kinds[row.Key].Profile)))
            .Select(found => new PlacedFinding(found.Row.Key, found.Row.Path, found.Row.Line, found.Row.Title, found.Profile.Type, found.Profile.Severity, triageOf(found.Kind.Triage).Status))];
    }
}
