using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Apis.ApiSecurity;

/// <summary>The Api Security API, whole.</summary>
static class ApiSecurityApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = new ApiRoutes(routes, "/v1", new ApiSecurityDialect());
        SecuritySchemeRoutes.Map(api);
        ApplicationRoutes.Map(api);
        DeploymentRoutes.Map(api);
        api.Rest();
    }
}
