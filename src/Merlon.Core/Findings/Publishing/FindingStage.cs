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
    // Fewer are packed together sooner than two threads agree on them.
    private const int SmallestStretch = 20 * DocumentPlace.PerBlock;
    private static readonly string[] BatchColumns = ["tenant_key", "scan_key", "number", "added", "rows"];
    private static readonly string[] DocumentColumns = ["tenant_key", "key", "scan_key", "documents"];

    private readonly BlockKeys _blockKeys = new(keys);
    private StagingScan? _staging;

    /// <summary>Keeps a batch; of several drafts with one fingerprint the first stays. It is all there after <see cref="Finish"/>.</summary>
    public async Task Add(Scan scan, IReadOnlyList<FindingDraft> drafts, CancellationToken ct)
    {
        var staging = _staging = _staging?.Key == scan.Key ? _staging : await StagingScan.Begin(scan, engine, ct);
        var fresh = drafts.Where(d => staging.IsFirst(d.Fingerprint)).ToList();
        if (fresh.Count == 0) return;
        // Keys follow the order of staging: what stands together in the code stands together in lists, however many scanners worked side by side.
        fresh.Sort(FindingDraft.ByPlace);
        var profileKeys = await ProfileKeys(scan, fresh, ct);
        var stretches = fresh.Zip(profileKeys).Chunk(Math.Max(SmallestStretch, (fresh.Count / Environment.ProcessorCount) + 1)).Select(stretch => Task.Run(() => StagedRows.Of(stretch, staging.Known, staging.Tags)));
        var made = await Task.WhenAll(stretches);
        // One batch is written while the next is made.
        await staging.Loading;
        staging.Loading = Load(scan, staging.NextBatch(), made, ct);
    }

    /// <summary>Waits until all batches are kept.</summary>
    public Task Finish() => _staging?.Loading ?? Task.CompletedTask;

    /// <summary>Removes what a scan staged, after it was published.</summary>
    public async Task Clear(Scan scan, CancellationToken ct)
    {
        // How the last batch ended is of no interest any more.
        await Finish().ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (_staging?.Key == scan.Key) _staging = null;
        await db.Of<StagedBatch>(scan.Tenant()).Where(b => b.ScanKey == scan.Key).ExecuteDeleteAsync(ct);
    }

    /// <summary>Removes everything of a scan that is never published.</summary>
    public async Task Discard(Scan scan, CancellationToken ct)
    {
        await Clear(scan, ct);
        await db.Of<DocumentBlock>(scan.Tenant()).Where(d => d.ScanKey == scan.Key).ExecuteDeleteAsync(ct);
    }

    private async Task Load(Scan scan, int number, StagedRows[] stretches, CancellationToken ct)
    {
        var first = await _blockKeys.Next(stretches.Sum(s => s.Blocks.Count), ct);
        var placed = new List<(StagedRows Stretch, long FirstBlock)>();
        foreach (var stretch in stretches)
        {
            placed.Add((stretch, first));
            first += stretch.Blocks.Count;
        }
        var added = stretches.Sum(s => s.Rows.Count(r => r.News == StagedNews.New));
        var documents = placed.SelectMany(p => p.Stretch.Blocks.Select((block, place) => new object?[] { scan.TenantKey, p.FirstBlock + place, scan.Key, block }));
        // SQLite works on the caller's thread.
        await Task.Yield();
        await using var connection = await engine.Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await engine.Load(transaction, "finding_batches", BatchColumns, new[] { new object?[] { scan.TenantKey, scan.Key, number, added, StagedBatch.Pack(placed) } }.ToAsyncEnumerable(), ct);
        await engine.Load(transaction, "finding_documents", DocumentColumns, documents.ToAsyncEnumerable(), ct);
        await transaction.CommitAsync(ct);
    }

    // The keys of the drafts' profiles, draft by draft.
    private async Task<IReadOnlyList<long>> ProfileKeys(Scan scan, List<FindingDraft> drafts, CancellationToken ct)
    {
        var identities = drafts.AsParallel().AsOrdered().Select(d => d.Profile.Identity()).ToList();
        var byIdentity = new Dictionary<string, (string Digest, ProfileDocument Profile)>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
            if (!byIdentity.ContainsKey(identities[i])) byIdentity[identities[i]] = (FindingProfiles.Digest(identities[i]), drafts[i].Profile);
        var kept = await profiles.Keep(scan.Tenant(), byIdentity.Values.ToDictionary(p => p.Digest, p => p.Profile, StringComparer.Ordinal), ct);
        return identities.ConvertAll(identity => kept[byIdentity[identity].Digest]);
    }
}
