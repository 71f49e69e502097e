using Merlon.Server.Apis.Wire;
using Merlon.Server.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>
/// The <c>{org}</c> of a path: the Guid of the caller's tenant. Whatever else stands there, another tenant's included, does not exist
/// for the caller, and the handler is not called.
/// </summary>
sealed class OrgId : IPathId
{
    /// <summary>The name of the route value.</summary>
    public const string RouteValue = "org";

    private OrgId(string text, bool own) => (Text, Malformed) = (text, !own);

    public bool Malformed { get; }

    public string Text { get; }

    /// <summary>Called by the framework.</summary>
    public static ValueTask<OrgId?> BindAsync(HttpContext http)
    {
        var text = http.GetRouteValue(RouteValue) as string ?? "";
        var caller = http.RequestServices.GetRequiredService<CurrentCaller>().Value;
        return ValueTask.FromResult<OrgId?>(new OrgId(text, Guid.TryParse(text, out var id) && id == caller?.Tenant.Id));
    }
}
