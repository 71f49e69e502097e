using System.Data.Common;
using Dapper;
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
    private const string Staged = "FROM staged_findings s WHERE s.tenant_key = @tenant AND s.scan_key = @scan";

    // What was told apart while staging is told apart again under the lock: another scan may have published meanwhile.
    private const string Recognised = """
        SELECT f.key, f.profile_key, f.triage_key, s.profile_key, s.news <> @same AND f.digest <> s.digest, f.gone_scan_key IS NOT NULL
        FROM staged_findings s LEFT JOIN findings f ON f.tenant_key = @tenant AND f.application_key = @application AND f.fingerprint = s.fingerprint
        WHERE s.tenant_key = @tenant AND s.scan_key = @scan
        """;

    private const string InsertNew = $"""
        INSERT INTO findings (tenant_key, key, application_key, fingerprint, profile_key, triage_key, title, path, line, rule, document, digest, tags,
            first_scan_key, first_scan_number, first_version, touched_scan_key, created_at)
        SELECT s.tenant_key, @first - 1 + ROW_NUMBER() OVER (ORDER BY s.path, s.line, s.fingerprint), @application, s.fingerprint, s.profile_key, 0,
            s.title, s.path, s.line, s.rule, s.document, s.digest, s.tags, s.scan_key, @number, @version, s.scan_key, @now
        {Staged} AND s.news <> @same AND NOT EXISTS
            (SELECT 1 FROM findings f WHERE f.tenant_key = @tenant AND f.application_key = @application AND f.fingerprint = s.fingerprint)
        """;

    private const int Many = 1000;

    private long _firstKey;
    private long _keys;

    /// <summary>Draws keys for the findings that may be new.</summary>
    public async Task Prepare(Scan scan, CancellationToken ct)
    {
        await using var connection = await engine.Open(ct);
        var (staged, added) = await connection.QuerySingleAsync<(long, long)>(Sql($"SELECT COUNT(*), COALESCE(SUM(CASE WHEN s.news = @new THEN 1 ELSE 0 END), 0) {Staged}", Parameters(scan), null, ct));
        if (staged >= Many) await engine.Measure(connection, ["staged_findings"], ct);
        _keys = added;
        if (_keys > 0) _firstKey = await keys.Range<Finding>(_keys, ct);
    }

    /// <summary>After a publication that added many: the next scan looks all of them up.</summary>
    public async Task Measure(Scan scan, CancellationToken ct)
    {
        if (scan.Counts.NewFindings < Many) return;
        await using var connection = await engine.Open(ct);
        await engine.Measure(connection, ["findings", "finding_tags"], ct);
    }

    /// <summary>Publishes what is staged, together with findings that are taken over as they are.</summary>
    public async Task Publish(Scan scan, IReadOnlyList<ListedFinding> carried, DbTransaction transaction, CancellationToken ct)
    {
        await lists.Lock(scan.TenantKey, transaction, ct);
        var known = await Recognise(scan, transaction, ct);
        if (known.Changed) await ChangedFindings.Update(engine, scan, transaction, ct);
        if (known.Reappeared) await ChangedFindings.Reappear(scan, transaction, ct);
        var entries = known.Entries;
        if (known.Unknown > 0) entries.AddRange(await AddNew(scan, known.Unknown, transaction, ct));
        if (carried.Count > 0) entries = [.. entries.Concat(carried).DistinctBy(e => e.Key)];
        entries.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        var gone = await lists.Publish(scan, entries, transaction, ct);
        scan.Counts = scan.Counts with { Findings = entries.Count, NewFindings = known.Unknown, GoneFindings = gone };
    }

    private static async Task<Recognition> Recognise(Scan scan, DbTransaction transaction, CancellationToken ct)
    {
        var found = new Recognition();
        await using var reader = await transaction.Connection!.ExecuteReaderAsync(Sql(Recognised, Parameters(scan), transaction, ct));
        while (await reader.ReadAsync(ct))
        {
            if (await reader.IsDBNullAsync(0, ct))
            {
                found.Unknown++;
                continue;
            }
            var changed = Convert.ToBoolean(reader.GetValue(4));
            found.Changed |= changed;
            found.Reappeared |= Convert.ToBoolean(reader.GetValue(5));
            found.Entries.Add(new(reader.GetInt64(0), new(reader.GetInt64(changed ? 3 : 1), reader.GetInt64(2))));
        }
        return found;
    }

    private async Task<List<ListedFinding>> AddNew(Scan scan, int expected, DbTransaction transaction, CancellationToken ct)
    {
        var parameters = Parameters(scan);
        parameters.AddDynamicParams(new { first = _firstKey, number = scan.Number, version = scan.Version, now = Columns.ToMicroseconds(time.GetUtcNow()) });
        var added = await transaction.Connection!.ExecuteAsync(Sql(InsertNew, parameters, transaction, ct));
        // Others can only add findings meanwhile, except for the removal of old ones; then the scan is staged once more.
        if (added != expected || added > _keys) throw new InvalidOperationException($"{expected} findings are new, {added} were added and {_keys} expected: findings were removed while the scan ran.");
        return await TagNew(scan, added, transaction, ct);
    }

    private async Task<List<ListedFinding>> TagNew(Scan scan, int added, DbTransaction transaction, CancellationToken ct)
    {
        var (entries, tags) = (new List<ListedFinding>(added), new List<(long Tag, long Key)>(added * 2));
        await using (var reader = await transaction.Connection!.ExecuteReaderAsync(Sql(
            "SELECT key, profile_key, tags FROM findings WHERE tenant_key = @tenant AND key >= @first AND key < @end", new { tenant = scan.TenantKey, first = _firstKey, end = _firstKey + added }, transaction, ct)))
        {
            while (await reader.ReadAsync(ct))
            {
                var key = reader.GetInt64(0);
                entries.Add(new(key, new(reader.GetInt64(1), 0)));
                tags.AddRange(FindingTag.Unpack((byte[])reader.GetValue(2)).Select(tag => (tag, key)));
            }
        }
        await FindingTagRows.Add(engine, scan.TenantKey, tags, transaction, ct);
        return entries;
    }

    private static DynamicParameters Parameters(Scan scan) =>
        new(new { tenant = scan.TenantKey, scan = scan.Key, application = scan.ApplicationKey, same = (int)StagedNews.Same, @new = (int)StagedNews.New });

    private static CommandDefinition Sql(string sql, object parameters, DbTransaction? transaction, CancellationToken ct) => new(sql, parameters, transaction, cancellationToken: ct);

    private sealed class Recognition
    {
        public List<ListedFinding> Entries { get; } = [];
        public int Unknown { get; set; }
        public bool Changed { get; set; }
        public bool Reappeared { get; set; }
    }
}
