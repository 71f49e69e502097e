using Merlon.Core.Identity;
using Merlon.Core.Search;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Pages.Search;

/// <summary>The one search box.</summary>
static class SearchRoutes
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/search", Find).NeedsAnyCaller();

    static Task<IResult> Find(string? q, Searches searches, Caller caller, CancellationToken ct) => Page<SearchPage>.Of(searches.Find(q, caller, ct));
}
