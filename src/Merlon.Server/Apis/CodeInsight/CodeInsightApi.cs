using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>The Code Insight Project API, whole: two envelope families side by side.</summary>
static class CodeInsightApi
{
    private const string Prefix = "/codeinsight/api";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var rest = new ApiRoutes(routes, Prefix, new CodeInsightRestDialect());
        ProjectRoutes.Map(rest);
        FileRoutes.Map(rest);
        InventoryRoutes.Map(rest);
        InventoryRoutes.MapBare(rest);
        JobRoutes.Map(rest);

        var legacy = new ApiRoutes(routes, Prefix, new CodeInsightLegacyDialect());
        ProjectRoutes.MapLegacy(legacy);
        CodebaseRoutes.MapLegacy(legacy);
    }
}
