using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>The Code Insight Project API, whole: two envelope families side by side.</summary>
static class CodeInsightApi
{
    private const string Prefix = "/codeinsight/api";

    // Below these the document has legacy operations.
    private static readonly string[] LegacyPaths = ["/project", "/scanResource", "/license", "/component", "/importer", "/v1/agent"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var rest = new ApiRoutes(routes, Prefix, new CodeInsightRestDialect());
        ProjectRoutes.Map(rest);
        FileRoutes.Map(rest);
        InventoryRoutes.Map(rest);
        InventoryRoutes.MapBare(rest);
        JobRoutes.Map(rest);
        rest.Rest();

        var legacy = new ApiRoutes(routes, Prefix, new CodeInsightLegacyDialect());
        ProjectRoutes.MapLegacy(legacy);
        CodebaseRoutes.MapLegacy(legacy);
        foreach (var path in LegacyPaths) legacy.Rest(path);
    }
}
