using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Advisories;

/// <summary>
/// Loads OSV advisories in batches, each its own transaction: an import that is cut off has kept what it got to, and the next one continues.
/// Of two with one id the one that its publisher changed later stays.
/// </summary>
public sealed class OsvImport(IDbContextFactory<MerlonDb> databases, IStorageEngine engine, Keys keys, TimeProvider time)
{
    private const int BatchSize = 1000;
    private const int MaxNamed = 100;

    /// <summary>Loads a stream of entries; bad ones are skipped and told.</summary>
    public async Task<ImportReport> Load(IEnumerable<OsvEntry> entries, CancellationToken ct, IProgress<long>? progress = null)
    {
        await using var held = await engine.Lock("advisories", ct);
        var (read, changed, skippedCount) = (0L, 0L, 0L);
        var skipped = ImmutableArray.CreateBuilder<string>();
        var ecosystems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in entries.Chunk(BatchSize))
        {
            foreach (var bad in batch.Where(e => e.Advisory is null))
            {
                skippedCount++;
                if (skipped.Count < MaxNamed) skipped.Add($"{bad.Source}: {bad.Problem}");
            }
            // Of two entries with one id in a batch, the later change counts here too.
            var advisories = batch.Select(e => e.Advisory).OfType<Advisory>().GroupBy(a => a.Id, StringComparer.Ordinal).Select(g => g.MaxBy(a => a.Modified)!).ToList();
            foreach (var advisory in advisories) ecosystems.UnionWith(Packages(advisory).Select(p => p.Ecosystem));
            read += advisories.Count;
            changed += await Keep(advisories, ct);
            progress?.Report(read);
        }
        await Count(ecosystems, ct);
        return new(read, changed, skippedCount, skipped.ToImmutable());
    }

    private async Task<int> Keep(List<Advisory> advisories, CancellationToken ct)
    {
        var (fresh, replaced) = await Newer(advisories, ct);
        if (fresh.Count == 0) return 0;
        var key = await keys.Range<StoredAdvisory>(fresh.Count, ct);
        var keyed = fresh.Select((advisory, place) => (Key: key + place, Advisory: advisory)).ToList();
        await using var connection = await engine.Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Remove(replaced, transaction, ct);
        await engine.Load(transaction, "advisories", ["key", "id", "modified", "withdrawn", "summary", "document", "details"], keyed.Select(a => Row(a.Key, a.Advisory)).ToAsyncEnumerable(), ct);
        await engine.Load(transaction, "advisory_packages", ["ecosystem", "name", "advisory_key"], keyed.SelectMany(a => Packages(a.Advisory).Select(p => new object?[] { p.Ecosystem, p.Name, a.Key })).ToAsyncEnumerable(), ct);
        await engine.Load(transaction, "advisory_aliases", ["alias", "advisory_key"], keyed.SelectMany(a => a.Advisory.Aliases.Distinct().Select(alias => new object?[] { alias, a.Key })).ToAsyncEnumerable(), ct);
        await transaction.CommitAsync(ct);
        return fresh.Count;
    }

    private async Task<(List<Advisory> Fresh, List<long> Replaced)> Newer(List<Advisory> advisories, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = advisories.ConvertAll(a => a.Id);
        var known = await db.Shared<StoredAdvisory>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Key, a.Modified }).ToDictionaryAsync(a => a.Id, ct);
        var fresh = advisories.FindAll(a => !known.TryGetValue(a.Id, out var kept) || Columns.ToMicroseconds(kept.Modified) < Columns.ToMicroseconds(a.Modified));
        return (fresh, [.. fresh.Where(a => known.ContainsKey(a.Id)).Select(a => known[a.Id].Key)]);
    }

    private static async Task Remove(List<long> advisoryKeys, DbTransaction transaction, CancellationToken ct)
    {
        if (advisoryKeys.Count == 0) return;
        var list = string.Join(',', advisoryKeys);
        foreach (var (table, column) in new[] { ("advisory_packages", "advisory_key"), ("advisory_aliases", "advisory_key"), ("advisories", "key") })
            await transaction.Connection!.ExecuteAsync(new CommandDefinition($"DELETE FROM {table} WHERE {column} IN ({list})", transaction: transaction, cancellationToken: ct));
    }

    // What is known of an ecosystem is counted afresh: an advisory may have left it.
    private async Task Count(IReadOnlyCollection<string> ecosystems, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Shared<AdvisoryEcosystem>().ToDictionaryAsync(e => e.Name, ct);
        foreach (var name in ecosystems)
        {
            var advisoryKeys = db.Shared<AdvisoryPackage>().Where(p => p.Ecosystem == name).Select(p => p.AdvisoryKey).Distinct();
            var count = await advisoryKeys.LongCountAsync(ct);
            var newest = await db.Shared<StoredAdvisory>().Where(a => advisoryKeys.Contains(a.Key)).MaxAsync(a => (DateTimeOffset?)a.Modified, ct) ?? DateTimeOffset.UnixEpoch;
            if (rows.TryGetValue(name, out var row)) (row.Advisories, row.NewestModified, row.LoadedAt) = (count, newest, time.GetUtcNow());
            else db.Add(new AdvisoryEcosystem { Name = name, Advisories = count, NewestModified = newest, LoadedAt = time.GetUtcNow() });
        }
        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<PackageKey> Packages(Advisory advisory) => advisory.Affected.Where(a => a.Ecosystem.Length > 0).Select(a => a.Key).Distinct();

    private static object?[] Row(long key, Advisory advisory)
    {
        var (document, details) = StoredAdvisory.Pack(advisory);
        return [key, advisory.Id, Columns.ToMicroseconds(advisory.Modified), advisory.Withdrawn is not null, advisory.Summary, document, details];
    }
}
