using Merlon.Core.Identity;
using Merlon.Core.Overviews;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Pages.Home;

/// <summary>The first page.</summary>
static class HomeRoutes
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/", Overview).NeedsAnyCaller();

    static Task<IResult> Overview(HomeOverviews overviews, Caller caller, CancellationToken ct) => Page<HomePage>.Of(overviews.Of(caller, ct));
}
