using System.Collections.Immutable;
using Merlon.Core.Outcomes;

namespace Merlon.Core.Identity;

/// <summary>What can be asked of roles.</summary>
public static class Roles
{
    /// <summary>The roles that an API's document names.</summary>
    public static Outcome<ImmutableArray<BuiltInRole>> Of(ApiName api, Caller caller) =>
        caller.MayAnywhere(Scope.RolesList) ? BuiltInRoles.All.Where(role => role.Api == api).ToImmutableArray() : new Refusal.Forbidden(Scope.RolesList);
}
