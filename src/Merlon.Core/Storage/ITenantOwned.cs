namespace Merlon.Core.Storage;

/// <summary>A row of one tenant. Its primary key leads with <see cref="TenantKey"/>, and queries reach it only through <see cref="MerlonDb.Of{T}(Identity.TenantId)"/>.</summary>
public interface ITenantOwned
{
    /// <summary>The key of the tenant's root organization.</summary>
    long TenantKey { get; }
}
