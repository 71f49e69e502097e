using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.OpenApi;

/// <summary>The page at <c>/openapi</c>: every operation of every document, from the documents themselves, with nothing fetched from elsewhere.</summary>
static class BrowsePage
{
    private static readonly (string Path, string Resource, string Type)[] Parts =
    [
        ("/openapi", "browse.html", "text/html; charset=utf-8"),
        ("/openapi/browse.css", "browse.css", "text/css; charset=utf-8"),
        ("/openapi/browse.js", "browse.js", "text/javascript; charset=utf-8"),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (path, resource, type) in Parts)
            routes.MapGet(path, () => Results.Stream(typeof(BrowsePage).Assembly.GetManifestResourceStream($"openapi/{resource}")!, type)).WithMetadata(new NeedsNobody()).ExcludeFromDescription();
    }
}
