using Merlon.Server.Apis.Wire;
using Merlon.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Apis.Iq;

/// <summary>The IQ Server API, whole.</summary>
static class IqApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var dialect = new IqDialect();
        var api = new ApiRoutes(routes, ApiSelection.IqPrefix, dialect);
        RoleRoutes.Map(api);
        ApplicationRoutes.Map(api);
        OrganizationRoutes.Map(api);
        api.Rest();
        var outside = new ApiRoutes(routes, "", dialect);
        SessionRoutes.Map(outside);
        outside.Get("/ping", Ping).Open();
    }

    static IResult Ping() => Results.Text("pong");
}
