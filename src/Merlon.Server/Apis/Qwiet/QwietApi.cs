using Merlon.Core.Outcomes;
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
        foreach (var map in new[] { api.Get, api.Post, api.Put, api.Patch, (Func<string, Delegate, Microsoft.AspNetCore.Builder.IEndpointConventionBuilder>)api.Delete })
            map("/{**rest}", Unknown).NeedsAnyCaller();
    }

    // Operations that docs/apis/qwiet.md lists as "not yet" answer like this too: plainly, in the API's own envelope.
    static ApiResult<Answer> Unknown() => ApiResults.Refused<Answer>(new Refusal.NotFound("an operation with this method and path"));
}
