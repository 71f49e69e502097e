using System.Data.Common;
using Dapper;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings.Secrets;

/// <summary>Keeps the encrypted values of the secrets that a scan finds. Nobody reaches one but through its finding, which is published later or never;
/// so they are written at once, and stay until the application goes.</summary>
internal sealed class SecretValuePart(MerlonDb db, IStorageEngine engine) : IScanPart, IApplicationPart
{
    private const string Keep = """
        INSERT INTO secret_values (tenant_key, application_key, fingerprint, protected_value) VALUES (@tenant, @application, @fingerprint, @value) ON CONFLICT DO NOTHING
        """;

    public async Task Stage(Scan scan, IReadOnlyList<ScanResult> batch, CancellationToken ct)
    {
        var rows = batch.OfType<Merlon.Analysis.Finding>().Where(f => f.Secret?.Sealed is not null)
            .Select(f => new { tenant = scan.TenantKey, application = scan.ApplicationKey, fingerprint = f.Fingerprint, value = f.Secret!.Sealed }).ToList();
        if (rows.Count == 0) return;
        await using var connection = await engine.Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(Keep, rows, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
    }

    public Task Publish(Scan scan, DbTransaction transaction, CancellationToken ct) => Task.CompletedTask;

    public Task Discard(Scan scan, CancellationToken ct) => Task.CompletedTask;

    public Task Delete(Application application, TenantId tenant, CancellationToken ct) =>
        db.Of<SecretValue>(tenant).Where(v => v.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
}
