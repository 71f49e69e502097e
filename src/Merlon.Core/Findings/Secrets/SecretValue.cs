using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings.Secrets;

/// <summary>The value of a secret that a scan found, encrypted. It belongs to a fingerprint of its application, which says what the value is: it never changes.</summary>
internal sealed class SecretValue : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long ApplicationKey { get; init; }
    public required string Fingerprint { get; init; }

    /// <summary>Encrypted; leaves the server only by <see cref="SecretReveals"/>.</summary>
    public required string ProtectedValue { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SecretValue>
    {
        public void Configure(EntityTypeBuilder<SecretValue> entity) => entity.ToTable("secret_values").HasKey(v => new { v.TenantKey, v.ApplicationKey, v.Fingerprint });
    }
}

/// <summary>The key of a tenant's fingerprints of secrets, encrypted: who has the fingerprints alone cannot try values against them.</summary>
internal sealed class SecretKey : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required string ProtectedKey { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SecretKey>
    {
        public void Configure(EntityTypeBuilder<SecretKey> entity) => entity.ToTable("secret_keys").HasKey(k => k.TenantKey);
    }
}
