using Merlon.Core.Identity;
using Merlon.Core.Overviews;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Pages.Applications;

/// <summary>The list of applications, and one of them.</summary>
static class ApplicationRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/applications", List).Needs(Scope.ApplicationsRead);
        pages.MapGet("/applications/{publicId}", Read).Needs(Scope.ApplicationsRead);
    }

    static Task<IResult> List(string? q, string? after, ApplicationOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<ApplicationListPage>.Of(overviews.List(q, after, caller, ct));

    static Task<IResult> Read(string publicId, ApplicationOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<ApplicationPage>.Of(overviews.Read(publicId, caller, ct));
}
