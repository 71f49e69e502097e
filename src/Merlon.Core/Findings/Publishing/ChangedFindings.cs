using System.Data.Common;
using Dapper;
using Merlon.Core.Scans;
using Merlon.Core.Storage.Engines;

namespace Merlon.Core.Findings.Publishing;

/// <summary>Gives findings that the application knows the facts that a scan told of them. Under the lock of the tenant's lists.</summary>
internal static class ChangedFindings
{
    private const string Outdated = """
        SELECT f.key, f.tags, s.tags FROM staged_findings s
        JOIN findings f ON f.tenant_key = @tenant AND f.application_key = @application AND f.fingerprint = s.fingerprint
        WHERE s.tenant_key = @tenant AND s.scan_key = @scan AND s.news <> @same AND f.digest <> s.digest AND f.tags <> s.tags
        """;

    private const string UpdateKnown = """
        UPDATE findings SET profile_key = s.profile_key, title = s.title, path = s.path, line = s.line, rule = s.rule,
            document = s.document, digest = s.digest, tags = s.tags, touched_scan_key = s.scan_key
        FROM staged_findings s
        WHERE s.tenant_key = @tenant AND s.scan_key = @scan AND s.news <> @same AND findings.tenant_key = @tenant AND findings.application_key = @application
            AND findings.fingerprint = s.fingerprint AND findings.digest <> s.digest
        """;

    private const string Returned = """
        UPDATE findings SET gone_scan_key = NULL FROM staged_findings s
        WHERE s.tenant_key = @tenant AND s.scan_key = @scan AND findings.tenant_key = @tenant AND findings.application_key = @application
            AND findings.fingerprint = s.fingerprint AND findings.gone_scan_key IS NOT NULL
        """;

    /// <summary>Replaces the facts, and the rows of tags that differ.</summary>
    public static async Task Update(IStorageEngine engine, Scan scan, DbTransaction transaction, CancellationToken ct)
    {
        var (old, now) = (new List<(long Tag, long Key)>(), new List<(long Tag, long Key)>());
        foreach (var (key, before, after) in await transaction.Connection!.QueryAsync<(long, byte[], byte[])>(Sql(Outdated, scan, transaction, ct)))
        {
            old.AddRange(FindingTag.Unpack(before).Except(FindingTag.Unpack(after)).Select(tag => (tag, key)));
            now.AddRange(FindingTag.Unpack(after).Except(FindingTag.Unpack(before)).Select(tag => (tag, key)));
        }
        await FindingTagRows.Remove(scan.TenantKey, old, transaction, ct);
        await FindingTagRows.Add(engine, scan.TenantKey, now, transaction, ct);
        await transaction.Connection!.ExecuteAsync(Sql(UpdateKnown, scan, transaction, ct));
    }

    /// <summary>What was gone and is there again is no longer gone.</summary>
    public static Task Reappear(Scan scan, DbTransaction transaction, CancellationToken ct) => transaction.Connection!.ExecuteAsync(Sql(Returned, scan, transaction, ct));

    private static CommandDefinition Sql(string sql, Scan scan, DbTransaction transaction, CancellationToken ct) =>
        new(sql, new { tenant = scan.TenantKey, scan = scan.Key, application = scan.ApplicationKey, same = (int)StagedNews.Same }, transaction, cancellationToken: ct);
}
