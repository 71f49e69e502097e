using System.Data.Common;
using System.Runtime.CompilerServices;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;

namespace Merlon.Core.Findings.Publishing;

/// <summary>
/// Makes what a scan staged the findings of its application: new ones get rows, known ones new facts where facts changed, and the scan its
/// list. Works set by set inside one transaction, with one look at what is known; a rescan that changed nothing writes the list and nothing else.
/// </summary>
internal sealed class FindingPublication(IStorageEngine engine, Keys keys, FindingListWriter lists, TimeProvider time)
{
    private const int Many = 1000;

    private static readonly string[] Columns =
    [
        "tenant_key", "key", "application_key", "fingerprint", "profile_key", "triage_key", "title", "path", "line", "rule", "document", "digest", "tags",
        "first_scan_key", "first_scan_number", "first_version", "touched_scan_key", "created_at",
    ];

    private long _firstKey;
    private long _keys;

    /// <summary>Draws keys for the findings that may be new.</summary>
    public async Task Prepare(Scan scan, CancellationToken ct)
    {
        await using var connection = await engine.Open(ct);
        _keys = await StagedBatch.AllAdded(scan, connection, ct);
        if (_keys > 0) _firstKey = await keys.Range<Finding>(_keys, ct);
    }

    /// <summary>After a publication that added many: the next scan looks all of them up.</summary>
    public async Task Measure(Scan scan, CancellationToken ct)
    {
        if (scan.Counts.NewFindings < Many) return;
        await using var connection = await engine.Open(ct);
        await engine.Measure(connection, "findings", ["tenant_key", "key", "application_key"], ct);
        await engine.Measure(connection, "finding_tags", ["tenant_key", "tag", "finding_key"], ct);
    }

    /// <summary>Publishes what is staged, together with findings that are taken over as they are.</summary>
    public async Task Publish(Scan scan, IReadOnlyList<ListedFinding> carried, DbTransaction transaction, CancellationToken ct)
    {
        await lists.Lock(scan.TenantKey, transaction, ct);
        var found = new Recognition(await KnownFindings.Read(scan, transaction.Connection!, transaction, ct), _firstKey, _keys);
        await Recognise(scan, found, transaction, ct);
        var entries = found.Entries;
        if (carried.Count > 0) entries = [.. entries.Concat(carried).DistinctBy(e => e.Key)];
        entries.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        var gone = await lists.Publish(scan, entries, transaction, ct);
        scan.Counts = scan.Counts with { Findings = entries.Count, NewFindings = found.Added, GoneFindings = gone };
    }

    private async Task Recognise(Scan scan, Recognition found, DbTransaction transaction, CancellationToken ct)
    {
        // What was staged is read beside the transaction, which is busy writing.
        await using var staged = await engine.Open(ct);
        await engine.Load(transaction, "findings", Columns, New(scan, found, staged, ct), ct);
        await FindingTagRows.Add(engine, scan.TenantKey, found.Tags, transaction, ct);
        if (found.Reappeared.Count > 0) await ChangedFindings.Reappear(scan, found.Reappeared, transaction, ct);
        if (!found.HasChanges) return;
        var changed = StagedBatch.All(scan, staged, ct).Select(row => (Key: found.Changed(row), Row: row)).Where(c => c.Key is not null).Select(c => (c.Key!.Value, c.Row));
        await ChangedFindings.Update(engine, scan, changed, transaction, ct);
    }

    private async IAsyncEnumerable<object?[]> New(Scan scan, Recognition found, DbConnection staged, [EnumeratorCancellation] CancellationToken ct)
    {
        var now = Storage.Columns.ToMicroseconds(time.GetUtcNow());
        await foreach (var row in StagedBatch.All(scan, staged, ct))
        {
            if (found.Take(row) is not { } key) continue;
            yield return
            [
                scan.TenantKey, key, scan.ApplicationKey, row.Fingerprint, row.ProfileKey, FindingTriage.None.Key, row.Title, row.Path, row.Line, row.Rule, row.Document, row.Digest, row.Tags,
                scan.Key, scan.Number, scan.Version, scan.Key, now,
            ];
        }
    }
}
