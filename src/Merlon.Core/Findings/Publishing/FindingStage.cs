using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings.Publishing;

/// <summary>Keeps drafts of findings under a scan's key until it is published or given up.</summary>
internal sealed class FindingStage(MerlonDb db, IStorageEngine engine, FindingProfiles profiles)
{
    private const string Table = "staged_findings";
    private const int DeletedAtOnce = 20_000;
    private static readonly string[] Columns = ["tenant_key", "scan_key", "fingerprint", "profile_key", "title", "path", "line", "rule", "document", "digest", "tags"];

    /// <summary>Keeps a batch; of several drafts with one fingerprint the first stays.</summary>
    public async Task Add(Scan scan, IReadOnlyList<FindingDraft> drafts, CancellationToken ct)
    {
        var fresh = await Unknown(scan, drafts, ct);
        if (fresh.Count == 0) return;
        var digests = fresh.Select(d => d.Profile).Distinct().ToDictionary(p => p, FindingProfiles.Digest);
        var kept = await profiles.Keep(scan.Tenant(), digests.DistinctBy(d => d.Value).ToDictionary(d => d.Value, d => d.Key), ct);
        await using var connection = await engine.Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await engine.Load(transaction, Table, Columns, fresh.Select(d => Row(scan, d, digests[d.Profile], kept)).ToAsyncEnumerable(), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Removes what a scan staged.</summary>
    public async Task Clear(Scan scan, CancellationToken ct)
    {
        var staged = db.Of<StagedFinding>(scan.Tenant()).Where(f => f.ScanKey == scan.Key);
        // In pieces, so that nobody who writes waits long.
        while (await staged.Where(f => staged.OrderBy(s => s.Fingerprint).Select(s => s.Fingerprint).Take(DeletedAtOnce).Contains(f.Fingerprint)).ExecuteDeleteAsync(ct) > 0) { }
    }

    private async Task<List<FindingDraft>> Unknown(Scan scan, IReadOnlyList<FindingDraft> drafts, CancellationToken ct)
    {
        var distinct = drafts.DistinctBy(d => d.Fingerprint).ToList();
        var fingerprints = distinct.ConvertAll(d => d.Fingerprint);
        var known = (await db.Of<StagedFinding>(scan.Tenant()).Where(f => f.ScanKey == scan.Key && EF.Parameter(fingerprints).Contains(f.Fingerprint)).Select(f => f.Fingerprint).ToListAsync(ct)).ToHashSet();
        return known.Count == 0 ? distinct : [.. distinct.Where(d => !known.Contains(d.Fingerprint))];
    }

    private static object?[] Row(Scan scan, FindingDraft draft, string profileDigest, IReadOnlyDictionary<string, long> profileKeys)
    {
        var document = draft.Document.ToJson();
        return
        [
            scan.TenantKey, scan.Key, draft.Fingerprint, profileKeys[profileDigest], draft.Title, draft.Path, draft.Line, draft.Rule, document,
            draft.Digest(document, profileDigest), FindingTag.Pack(draft.Document.Tags),
        ];
    }
}
