using Merlon.Core.Identity;
using Merlon.Core.Overviews;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Pages.Applications.Packages;
using Merlon.Server.Pages.Applications.Scans;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Pages.Applications;

/// <summary>The list of applications, and what is in one.</summary>
static class ApplicationRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/applications", List).Needs(Scope.ApplicationsRead);
        pages.MapGet("/applications/{publicId}/packages", Packages).Needs(Scope.InventoryRead);
        pages.MapGet("/applications/{publicId}/scans", Scans).Needs(Scope.ScansRead);
    }

    static Task<IResult> List(string? q, string? after, ApplicationOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<ApplicationListPage>.Of(overviews.List(q, after, caller, ct));

    static Task<IResult> Packages(string publicId, string? after, PackageOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<PackagesPage>.Of(overviews.Of(publicId, int.TryParse(after, out var number) ? number : 0, caller, ct));

    static Task<IResult> Scans(string publicId, ApplicationOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<ScansPage>.Of(overviews.Scans(publicId, caller, ct));
}
