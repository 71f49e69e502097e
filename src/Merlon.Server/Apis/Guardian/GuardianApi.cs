using Merlon.Server.Apis.Wire;
using Merlon.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Apis.Guardian;

/// <summary>The Guardian API, whole. What of the document does not work yet is listed in docs/apis/guardian.md and answers 404.</summary>
static class GuardianApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var dialect = new GuardianDialect();
        var api = new ApiRoutes(routes, ApiSelection.GuardianPrefix, dialect);
        AccountRoutes.Map(api);
        EnvironmentRoutes.Map(api);
        NodeRoutes.Map(api);
        NodeScanningRoutes.Map(api);
        NodeScanRoutes.Map(api);
        JobRoutes.Map(api);
        EventRoutes.Map(api);
        OperatingSystemRoutes.Map(api);
        api.Rest();
        new ApiRoutes(routes, "", dialect).Get("/heartbeat", Heartbeat).Open();
    }

    static IResult Heartbeat() => Results.Text("OK");
}
