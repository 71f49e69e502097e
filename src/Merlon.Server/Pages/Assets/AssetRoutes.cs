using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Pages.Assets;

/// <summary>Serves what pages refer to.</summary>
static class AssetRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in (Asset[])[Asset.Stylesheet, Asset.Icon])
            routes.MapGet(asset.Address, (HttpContext http) => Serve(asset, http)).Open().ExcludeFromDescription();
    }

    static IResult Serve(Asset asset, HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.Type);
    }
}
