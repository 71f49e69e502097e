using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Hosting;
using Microsoft.AspNetCore.Builder;
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
        MapRest(api);
        new ApiRoutes(routes, "", dialect).Get("/heartbeat", Heartbeat).Open();
    }

    static IResult Heartbeat() => Results.Text("OK");

    // Whatever else is asked for is not found in this API's own words, once the caller is known.
    private static void MapRest(ApiRoutes api)
    {
        foreach (var map in (Func<string, Delegate, IEndpointConventionBuilder>[])[api.Get, api.Post, api.Put, api.Patch, api.Delete])
            map("/{**rest}", () => ApiResults.Refused<Nothing>(new Refusal.NotFound("operation"))).NeedsAnyCaller().ExcludeFromDescription();
    }
}
