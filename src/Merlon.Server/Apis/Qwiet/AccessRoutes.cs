using System.Collections.Immutable;
using System.Globalization;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>Qwiet API, roles and what the caller may do (docs/apis/qwiet.md).</summary>
static class AccessRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/orgs/{org}/my_scopes", OrgScopes).NeedsAnyCaller();
        api.Get("/orgs/{org}/apps/{app}/my_scopes", AppScopes).NeedsAnyCaller();
        api.Get("/orgs/{org}/rbac/teams/{team}/my_scopes", TeamScopes).NeedsAnyCaller();
        api.Get("/orgs/{org}/rbac/roles", ListRoles).Needs(Scope.RolesList);
        api.Get("/orgs/{org}/roles", ListTokenRoles).Needs(Scope.RolesList);
    }

    static ApiResult<Answer<ImmutableArray<string>>> OrgScopes(OrgId org, Caller caller) => ApiResults.Ok(Answer.Of(caller.ScopesAt(default)));

    static Task<ApiResult<Answer<ImmutableArray<string>>>> AppScopes(OrgId org, string app, Applications applications, Caller caller, CancellationToken ct) =>
        applications.Find(app, caller, ct).ToApi(a => Answer.Of(caller.ScopesAt(a.Placement)));

    // There are no teams yet, so none has this id.
    static ApiResult<Answer<ImmutableArray<string>>> TeamScopes(OrgId org, string team) => ApiResults.Refused<Answer<ImmutableArray<string>>>(new Refusal.NotFound("team"));

    static ApiResult<Answer<ImmutableArray<RoleWire>>> ListRoles(OrgId org, Caller caller) => Roles.Of(ApiName.Qwiet, caller).ToApi(roles => Answer.Of(RoleWire.From(roles)));

    static ApiResult<Answer<ImmutableArray<TokenRoleWire>>> ListTokenRoles(OrgId org, Caller caller) => Roles.Of(ApiName.Qwiet, caller).ToApi(roles => Answer.Of(TokenRoleWire.From(roles)));
}

/// <summary>A role.</summary>
sealed record RoleWire(string Description, Guid Id, ImmutableArray<string> IdAliases, string Name, ImmutableArray<string> Scopes)
{
    public static ImmutableArray<RoleWire> From(ImmutableArray<BuiltInRole> roles) =>
        [.. roles.Select(r => new RoleWire(r.Description, r.Id, [r.Name, .. r.Aliases], Title(r), [.. r.Scopes.Select(s => s.Name).Order(StringComparer.Ordinal)]))];

    /// <summary>As the document's sample writes it: <c>LEGACY_COLLABORATOR</c> is "Collaborator".</summary>
    public static string Title(BuiltInRole role) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(role.Name.Replace("LEGACY_", "", StringComparison.Ordinal).Replace('_', ' ').ToLowerInvariant());
}

/// <summary>A role that a token can be given.</summary>
sealed record TokenRoleWire(Guid Id, string Label, string Description, string RoleType)
{
    public static ImmutableArray<TokenRoleWire> From(ImmutableArray<BuiltInRole> roles) => [.. roles.Where(r => r.ForTokens).Select(r => new TokenRoleWire(r.Id, RoleWire.Title(r), r.Description, "managed"))];
}
