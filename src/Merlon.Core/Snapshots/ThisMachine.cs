using Merlon.Core.Identity;
using Merlon.Core.Organizations;

namespace Merlon.Core.Snapshots;

/// <summary>
/// Who may look at the machine that the server runs on: the first tenant, whose machine it is. In the others a node of medium type agent
/// is not this machine, and looking at it would show them their host.
/// </summary>
/// <param name="Everybody">True where all tenants are one owner's.</param>
public sealed record ThisMachine(bool Everybody)
{
    internal async Task<bool> IsOf(TenantId tenant, Tenants tenants, CancellationToken ct) => Everybody || (await tenants.All(ct))[0].Key == tenant.Key;
}
