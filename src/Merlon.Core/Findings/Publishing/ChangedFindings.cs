using System.Data.Common;
using Dapper;
using Merlon.Core.Scans;
using Merlon.Core.Storage.Engines;

namespace Merlon.Core.Findings.Publishing;

/// <summary>Gives findings that the application knows the facts that a scan told of them. Under the lock of the tenant's lists.</summary>
internal static class ChangedFindings
{
    private const int AtOnce = 1000;
    private static readonly string[] Columns = ["tenant_key", "scan_key", "key", "profile_key", "title", "path", "line", "rule", "document", "digest", "tags"];

    private const string Retagged = """
        SELECT f.key, f.tags, c.tags FROM changed_findings c JOIN findings f ON f.tenant_key = c.tenant_key AND f.key = c.key
        WHERE c.tenant_key = @tenant AND c.scan_key = @scan AND f.tags <> c.tags
        """;

    private const string Change = """
        UPDATE findings SET profile_key = c.profile_key, title = c.title, path = c.path, line = c.line, rule = c.rule,
            document = c.document, digest = c.digest, tags = c.tags, touched_scan_key = c.scan_key
        FROM changed_findings c WHERE c.tenant_key = @tenant AND c.scan_key = @scan AND findings.tenant_key = c.tenant_key AND findings.key = c.key
        """;

    /// <summary>Replaces the facts, and the rows of tags that differ.</summary>
    /// <param name="changed">What the scan says of them now, each with the key of the finding.</param>
    public static async Task Update(IStorageEngine engine, Scan scan, IAsyncEnumerable<(long Key, StagedRow Row)> changed, DbTransaction transaction, CancellationToken ct)
    {
        var rows = changed.Select(c => new object?[] { scan.TenantKey, scan.Key, c.Key, c.Row.ProfileKey, c.Row.Title, c.Row.Path, c.Row.Line, c.Row.Rule, c.Row.Document, c.Row.Digest, c.Row.Tags });
        await engine.Load(transaction, "changed_findings", Columns, rows, ct);
        await Retag(engine, scan, transaction, ct);
        await transaction.Connection!.ExecuteAsync(Sql(Change, scan, transaction, ct));
        await transaction.Connection!.ExecuteAsync(Sql("DELETE FROM changed_findings WHERE tenant_key = @tenant AND scan_key = @scan", scan, transaction, ct));
    }

    /// <summary>What was gone and is there again is no longer gone.</summary>
    public static async Task Reappear(Scan scan, IReadOnlyCollection<long> findings, DbTransaction transaction, CancellationToken ct)
    {
        // Whole numbers of ours, so they can stand in the text.
        foreach (var chunk in findings.Order().Chunk(AtOnce))
            await transaction.Connection!.ExecuteAsync(Sql($"UPDATE findings SET gone_scan_key = NULL WHERE tenant_key = @tenant AND key IN ({string.Join(',', chunk)})", scan, transaction, ct));
    }

    private static async Task Retag(IStorageEngine engine, Scan scan, DbTransaction transaction, CancellationToken ct)
    {
        var (old, now) = (new List<(long Tag, long Key)>(), new List<(long Tag, long Key)>());
        foreach (var (key, before, after) in await transaction.Connection!.QueryAsync<(long, byte[], byte[])>(Sql(Retagged, scan, transaction, ct)))
        {
            old.AddRange(FindingTag.Unpack(before).Except(FindingTag.Unpack(after)).Select(tag => (tag, key)));
            now.AddRange(FindingTag.Unpack(after).Except(FindingTag.Unpack(before)).Select(tag => (tag, key)));
        }
        await FindingTagRows.Remove(scan.TenantKey, old, transaction, ct);
        await FindingTagRows.Add(engine, scan.TenantKey, now, transaction, ct);
    }

    private static CommandDefinition Sql(string sql, Scan scan, DbTransaction transaction, CancellationToken ct) =>
        new(sql, new { tenant = scan.TenantKey, scan = scan.Key }, transaction, cancellationToken: ct);
}
