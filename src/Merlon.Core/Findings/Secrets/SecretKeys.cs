using System.Security.Cryptography;
using Dapper;
using Merlon.Analysis.Secrets;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings.Secrets;

/// <summary>Gives each scan of a tenant the tenant's key for fingerprints, made once, and a key of its own for the values on their way here.</summary>
internal sealed class SecretKeys(MerlonDb db, IStorageEngine engine, SecretVault vault)
{
    private const int FingerprintKeyBytes = 32;

    public async Task<SecretSettings> ForScan(TenantId tenant, CancellationToken ct) =>
        new() { FingerprintKey = await Of(tenant, ct), SealKey = RandomNumberGenerator.GetBytes(SecretSeal.KeyBytes) };

    private async Task<byte[]> Of(TenantId tenant, CancellationToken ct)
    {
        if (await Read(tenant, ct) is { } known) return known;
        await using var connection = await engine.Open(ct);
        // Whoever comes first makes it; what is there then is read again.
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO secret_keys (tenant_key, protected_key) VALUES (@tenant, @key) ON CONFLICT DO NOTHING",
            new { tenant = tenant.Key, key = vault.ProtectKey(RandomNumberGenerator.GetBytes(FingerprintKeyBytes)) }, cancellationToken: ct));
        return (await Read(tenant, ct))!;
    }

    private async Task<byte[]?> Read(TenantId tenant, CancellationToken ct) =>
        await db.Of<SecretKey>(tenant).AsNoTracking().Select(k => k.ProtectedKey).SingleOrDefaultAsync(ct) is { } key ? vault.OpenKey(key) : null;
}
