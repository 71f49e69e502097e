using System.Data.Common;
using Dapper;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;

namespace Merlon.Core.Findings.Publishing;

/// <summary>
/// Makes what a scan staged the findings of its application: new ones get rows, known ones new facts where facts changed, and the scan its
/// list. Works set by set inside one transaction; a rescan that changed nothing writes the list and nothing else.
/// </summary>
internal sealed class FindingPublication(IStorageEngine engine, Keys keys, FindingListWriter lists, TimeProvider time)
{
    private const string Recognised = """
        staged_findings s JOIN findings f ON f.tenant_key = s.tenant_key AND f.application_key = @application AND f.fingerprint = s.fingerprint
        WHERE s.tenant_key = @tenant AND s.scan_key = @scan
        """;

    private const string Unknown = """
        FROM staged_findings s WHERE s.tenant_key = @tenant AND s.scan_key = @scan AND NOT EXISTS
        (SELECT 1 FROM findings f WHERE f.tenant_key = @tenant AND f.application_key = @application AND f.fingerprint = s.fingerprint)
        """;

    private long _firstKey;
    private long _keys;

    /// <summary>Draws the keys of the findings that are new.</summary>
    public async Task Prepare(Scan scan, CancellationToken ct)
    {
        await using var connection = await engine.Open(ct);
        _keys = await connection.ExecuteScalarAsync<long>(Sql($"SELECT COUNT(*) {Unknown}", Parameters(scan), null, ct));
        if (_keys > 0) _firstKey = await keys.Range<Finding>(_keys, ct);
    }

    /// <summary>Publishes what is staged, together with findings that are taken over as they are.</summary>
    public async Task Publish(Scan scan, IReadOnlyList<ListedFinding> carried, DbTransaction transaction, CancellationToken ct)
    {
        await lists.Lock(scan.TenantKey, transaction, ct);
        var retagged = await RetagKnown(scan, transaction, ct);
        await Run(UpdateKnown, scan, transaction, ct);
        await Run(Reappear, scan, transaction, ct);
        var fresh = await AddNew(scan, transaction, ct);
        var (entries, tags) = await Read(scan, retagged, transaction, ct);
        if (tags.Count > 0) await engine.Load(transaction, "finding_tags", ["tenant_key", "tag", "finding_key"], tags.ToAsyncEnumerable(), ct);
        if (carried.Count > 0) entries = [.. entries.Concat(carried).DistinctBy(e => e.Key).OrderBy(e => e.Key)];
        var gone = await lists.Publish(scan, entries, transaction, ct);
        scan.Counts = scan.Counts with { Findings = entries.Count, NewFindings = fresh, GoneFindings = gone };
    }

    private const string UpdateKnown = """
        UPDATE findings SET profile_key = s.profile_key, title = s.title, path = s.path, line = s.line, rule = s.rule,
            document = s.document, digest = s.digest, tags = s.tags, touched_scan_key = s.scan_key
        FROM staged_findings s
        WHERE s.tenant_key = @tenant AND s.scan_key = @scan AND findings.tenant_key = @tenant AND findings.application_key = @application
            AND findings.fingerprint = s.fingerprint AND findings.digest <> s.digest
        """;

    private const string Reappear = """
        UPDATE findings SET gone_scan_key = NULL FROM staged_findings s
        WHERE s.tenant_key = @tenant AND s.scan_key = @scan AND findings.tenant_key = @tenant AND findings.application_key = @application
            AND findings.fingerprint = s.fingerprint AND findings.gone_scan_key IS NOT NULL
        """;

    private const string InsertNew = $"""
        INSERT INTO findings (tenant_key, key, application_key, fingerprint, profile_key, triage_key, title, path, line, rule, document, digest, tags,
            first_scan_key, first_scan_number, first_version, touched_scan_key, created_at)
        SELECT s.tenant_key, @first - 1 + ROW_NUMBER() OVER (ORDER BY s.path, s.line, s.fingerprint), @application, s.fingerprint, s.profile_key, 0,
            s.title, s.path, s.line, s.rule, s.document, s.digest, s.tags, s.scan_key, @number, @version, s.scan_key, @now
        {Unknown}
        """;

    private async Task<int> AddNew(Scan scan, DbTransaction transaction, CancellationToken ct)
    {
        var parameters = Parameters(scan);
        parameters.AddDynamicParams(new { first = _firstKey, number = scan.Number, version = scan.Version, now = Columns.ToMicroseconds(time.GetUtcNow()) });
        var added = await transaction.Connection!.ExecuteAsync(Sql(InsertNew, parameters, transaction, ct));
        // Under the lock nobody else can add findings; there can only be fewer new ones than were counted before.
        return added <= _keys ? added : throw new InvalidOperationException($"{added} new findings but only {_keys} keys for them.");
    }

    // Tags of known findings change rarely; those that did lose their old rows before the facts are replaced.
    private static async Task<HashSet<long>> RetagKnown(Scan scan, DbTransaction transaction, CancellationToken ct)
    {
        var retagged = new HashSet<long>();
        var old = await transaction.Connection!.QueryAsync<(long Key, byte[] Tags)>(Sql($"SELECT f.key, f.tags FROM {Recognised} AND f.digest <> s.digest AND f.tags <> s.tags", Parameters(scan), transaction, ct));
        foreach (var byTag in old.SelectMany(f => FindingTag.Unpack(f.Tags).Prepend(0).Select(tag => (f.Key, Tag: tag))).GroupBy(f => f.Tag, f => f.Key))
        {
            retagged.UnionWith(byTag);
            if (byTag.Key == 0) continue;
            foreach (var chunk in byTag.Chunk(500))
                await transaction.Connection!.ExecuteAsync(Sql($"DELETE FROM finding_tags WHERE tenant_key = @tenant AND tag = @tag AND finding_key IN ({string.Join(',', chunk)})", new { tenant = scan.TenantKey, tag = byTag.Key }, transaction, ct));
        }
        return retagged;
    }

    private async Task<(List<ListedFinding> Entries, List<object?[]> Tags)> Read(Scan scan, HashSet<long> retagged, DbTransaction transaction, CancellationToken ct)
    {
        var (entries, tags) = (new List<ListedFinding>(), new List<object?[]>());
        await using var reader = await transaction.Connection!.ExecuteReaderAsync(Sql($"SELECT f.key, f.profile_key, f.triage_key, f.tags FROM {Recognised} ORDER BY f.key", Parameters(scan), transaction, ct));
        while (await reader.ReadAsync(ct))
        {
            var key = reader.GetInt64(0);
            entries.Add(new(key, new(reader.GetInt64(1), reader.GetInt64(2))));
            var isNew = key >= _firstKey && key < _firstKey + _keys;
            if (isNew || retagged.Contains(key)) tags.AddRange(FindingTag.Unpack((byte[])reader.GetValue(3)).Select(tag => new object?[] { scan.TenantKey, tag, key }));
        }
        return (entries, tags);
    }

    private static Task<int> Run(string sql, Scan scan, DbTransaction transaction, CancellationToken ct) => transaction.Connection!.ExecuteAsync(Sql(sql, Parameters(scan), transaction, ct));

    private static DynamicParameters Parameters(Scan scan) => new(new { tenant = scan.TenantKey, scan = scan.Key, application = scan.ApplicationKey });

    private static CommandDefinition Sql(string sql, object parameters, DbTransaction? transaction, CancellationToken ct) => new(sql, parameters, transaction, cancellationToken: ct);
}
