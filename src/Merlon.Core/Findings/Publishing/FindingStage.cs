using Merlon.Core.Findings.Documents;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings.Publishing;

/// <summary>
/// Keeps drafts of findings under a scan's key until it is published or given up. What the application knows already, word for word, is staged by its
/// fingerprint alone.
/// </summary>
internal sealed class FindingStage(MerlonDb db, IStorageEngine engine, Keys keys, FindingProfiles profiles)
{
    private const int DeletedAtOnce = 20_000;

    // Fewer are packed together sooner than two threads agree on them.
    private const int SmallestStretch = 20 * DocumentPlace.PerBlock;
    private static readonly string[] StagedColumns = ["tenant_key", "scan_key", "fingerprint", "news", "profile_key", "title", "path", "line", "rule", "document", "digest", "tags"];
    private static readonly string[] DocumentColumns = ["tenant_key", "key", "scan_key", "documents"];

    /// <summary>Keeps a batch; of several drafts with one fingerprint the first stays.</summary>
    public async Task Add(Scan scan, IReadOnlyList<FindingDraft> drafts, CancellationToken ct)
    {
        var fresh = await Unstaged(scan, drafts, ct);
        if (fresh.Count == 0) return;
        var profileKeys = await ProfileKeys(scan, fresh, ct);
        var known = await Known(scan, fresh, ct);
        var stretches = fresh.Zip(profileKeys).Chunk(Math.Max(SmallestStretch, (fresh.Count / Environment.ProcessorCount) + 1)).Select(stretch => Task.Run(() => StagedRows.Of(stretch, known)));
        await Load(scan, await Task.WhenAll(stretches), ct);
    }

    private async Task Load(Scan scan, StagedRows[] stretches, CancellationToken ct)
    {
        var blocks = stretches.Sum(s => s.Blocks.Count);
        var first = blocks == 0 ? 0 : await keys.Range<DocumentBlock>(blocks, ct);
        await using var connection = await engine.Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var stretch in stretches)
        {
            var firstBlock = first;
            await engine.Load(transaction, "staged_findings", StagedColumns, stretch.Rows.Select(row => row.Columns(scan, firstBlock)).ToAsyncEnumerable(), ct);
            if (stretch.Blocks.Count > 0)
                await engine.Load(transaction, "finding_documents", DocumentColumns, stretch.Blocks.Select((block, place) => new object?[] { scan.TenantKey, firstBlock + place, scan.Key, block }).ToAsyncEnumerable(), ct);
            first += stretch.Blocks.Count;
        }
        await transaction.CommitAsync(ct);
    }

    /// <summary>Removes what a scan staged, after it was published.</summary>
    public async Task Clear(Scan scan, CancellationToken ct)
    {
        var staged = db.Of<StagedFinding>(scan.Tenant()).Where(f => f.ScanKey == scan.Key);
        // In pieces, so that nobody who writes waits long.
        while (await staged.OrderBy(f => f.Fingerprint).Skip(DeletedAtOnce).Select(f => f.Fingerprint).FirstOrDefaultAsync(ct) is { } edge)
            await staged.Where(f => string.Compare(f.Fingerprint, edge) < 0).ExecuteDeleteAsync(ct);
        await staged.ExecuteDeleteAsync(ct);
    }

    /// <summary>Removes everything of a scan that is never published.</summary>
    public async Task Discard(Scan scan, CancellationToken ct)
    {
        await Clear(scan, ct);
        await db.Of<DocumentBlock>(scan.Tenant()).Where(d => d.ScanKey == scan.Key).ExecuteDeleteAsync(ct);
    }

    private async Task<List<FindingDraft>> Unstaged(Scan scan, IReadOnlyList<FindingDraft> drafts, CancellationToken ct)
    {
        var distinct = drafts.DistinctBy(d => d.Fingerprint).ToList();
        var fingerprints = distinct.ConvertAll(d => d.Fingerprint);
        var staged = (await db.Of<StagedFinding>(scan.Tenant()).Where(f => f.ScanKey == scan.Key && fingerprints.Contains(f.Fingerprint)).Select(f => f.Fingerprint).ToListAsync(ct)).ToHashSet();
        return staged.Count == 0 ? distinct : distinct.FindAll(d => !staged.Contains(d.Fingerprint));
    }

    // What the application has already, by fingerprint.
    private async Task<Dictionary<string, long>> Known(Scan scan, List<FindingDraft> drafts, CancellationToken ct)
    {
        var fingerprints = drafts.ConvertAll(d => d.Fingerprint);
        return await db.Of<Finding>(scan.Tenant()).Where(f => f.ApplicationKey == scan.ApplicationKey && fingerprints.Contains(f.Fingerprint))
            .Select(f => new { f.Fingerprint, f.Digest }).ToDictionaryAsync(f => f.Fingerprint, f => f.Digest, StringComparer.Ordinal, ct);
    }

    // The keys of the drafts' profiles, draft by draft.
    private async Task<IReadOnlyList<long>> ProfileKeys(Scan scan, List<FindingDraft> drafts, CancellationToken ct)
    {
        var identities = drafts.ConvertAll(d => d.Profile.Identity());
        var byIdentity = new Dictionary<string, (string Digest, ProfileDocument Profile)>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
            if (!byIdentity.ContainsKey(identities[i])) byIdentity[identities[i]] = (FindingProfiles.Digest(identities[i]), drafts[i].Profile);
        var kept = await profiles.Keep(scan.Tenant(), byIdentity.Values.ToDictionary(p => p.Digest, p => p.Profile, StringComparer.Ordinal), ct);
        return identities.ConvertAll(identity => kept[byIdentity[identity].Digest]);
    }
}
