using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>The Qwiet API, version 4.</summary>
static class QwietApi
{
    /// <summary>What all its paths begin with.</summary>
    public const string Prefix = "/api/v4";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = new ApiRoutes(routes, Prefix, new QwietDialect());
        AppRoutes.Map(api);
        ScanRoutes.Map(api);
        FindingRoutes.Map(api);
        TriageRoutes.Map(api);
        AccessRoutes.Map(api);
        TokenRoutes.Map(api);
        api.Rest();
    }
}
