using Merlon.Core.Identity;
using Merlon.Server.Apis.Wire;

namespace Merlon.Server.Apis.Iq;

/// <summary>IQ API, roles (docs/apis/iq.md).</summary>
static class RoleRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/roles", List).NeedsAnyCaller();
        api.Get("/applications/roles", List).NeedsAnyCaller();
        api.Get("/organizations/roles", List).NeedsAnyCaller();
    }

    static ApiResult<RoleListWire> List() => ApiResults.Ok(RoleListWire.BuiltIn);
}

/// <summary>The roles of the IQ document.</summary>
sealed record RoleListWire(IReadOnlyList<RoleWire> Roles)
{
    public static RoleListWire BuiltIn { get; } = new([.. BuiltInRoles.All.Where(role => role.Api == ApiName.Iq).Select(RoleWire.From)]);
}

/// <summary>A role with every permission there is and whether it has it.</summary>
sealed record RoleWire(Guid Id, string Name, string Description, bool BuiltIn, IReadOnlyList<PermissionCategoryWire> PermissionCategories)
{
    public static RoleWire From(BuiltInRole role) => new(role.Id, role.Name, role.Description, true,
        [.. IqPermissions.All.GroupBy(p => p.Category).Select(c => new PermissionCategoryWire(c.Key, [.. c.Select(p => new PermissionWire(p.Id, p.Name, p.Description, role.Scopes.Contains(p.Scope)))]))]);
}

/// <summary>Permissions that belong together.</summary>
sealed record PermissionCategoryWire(string DisplayName, IReadOnlyList<PermissionWire> Permissions);

/// <summary>One permission of a role.</summary>
sealed record PermissionWire(string Id, string DisplayName, string Description, bool Allowed);
