using System.Data.Common;
using Dapper;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Scans;

namespace Merlon.Core.Findings.Publishing;

/// <summary>A finding that an application has, as far as recognising it needs.</summary>
/// <param name="Digest">Of its facts; see <see cref="FindingDraft.Digest"/>.</param>
internal readonly record struct KnownFinding(long Key, FindingKind Kind, long Digest, bool Gone);

/// <summary>
/// What an application has, by fingerprint: read whole, because a scan asks for nearly all of it, and kept by hashes of 128 bits, some seventy bytes a
/// finding in all.
/// </summary>
internal sealed class KnownFindings
{
    private const string OfApplication = "SELECT fingerprint, key, profile_key, triage_key, digest, gone_scan_key FROM findings WHERE tenant_key = @tenant AND application_key = @application";

    private readonly Dictionary<UInt128, KnownFinding> _findings = [];

    /// <summary>Reads all findings of the scan's application.</summary>
    public static async Task<KnownFindings> Read(Scan scan, DbConnection connection, DbTransaction? transaction, CancellationToken ct)
    {
        var known = new KnownFindings();
        var command = new CommandDefinition(OfApplication, new { tenant = scan.TenantKey, application = scan.ApplicationKey }, transaction, cancellationToken: ct);
        await using var reader = await connection.ExecuteReaderAsync(command);
        while (await reader.ReadAsync(ct))
            known._findings.Add(FingerprintHash.Of(reader.GetString(0)), new(reader.GetInt64(1), new(reader.GetInt64(2), reader.GetInt64(3)), reader.GetInt64(4), !await reader.IsDBNullAsync(5, ct)));
        return known;
    }

    /// <summary>The finding with this fingerprint, if there is one.</summary>
    public bool TryGet(string fingerprint, out KnownFinding finding) => _findings.TryGetValue(FingerprintHash.Of(fingerprint), out finding);
}
