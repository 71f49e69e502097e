using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Server.Apis.Wire;

namespace Merlon.Server.Apis.Guardian;

/// <summary>Guardian API, accounts (docs/apis/guardian.md).</summary>
static class AccountRoutes
{
    public static void Map(ApiRoutes api) => api.Get("/accounts", List).NeedsAnyCaller();

    static async Task<ApiResult<AccountWire[]>> List(Tenants tenants, Caller caller, CancellationToken ct) =>
        ApiResults.Ok(new[] { AccountWire.From(await tenants.Root(caller.Tenant, ct), caller) });
}

/// <summary>An organization and what the caller is in it.</summary>
sealed record AccountWire(long Id, string Role, string Name, int Status)
{
    private const int Active = 1;

    public static AccountWire From(Organization root, Caller caller) => new(root.Key, RoleOf(caller), root.Name, Active);

    // The roles that the document knows, told by what they may do.
    private static string RoleOf(Caller caller) =>
        caller.May(Scope.SystemConfigure) ? "Administrator" : caller.May(Scope.NodesRead) ? "Analyst" : "Member";
}
