using System.Globalization;
using Merlon.Core.Identity;
using Merlon.Core.Overviews;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Pages.Applications.Files;

/// <summary>The scanned files of an application folder by folder, and one of them.</summary>
static class FileRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/applications/{publicId}/files", List).Needs(Scope.EvidenceRead);
        pages.MapGet("/applications/{publicId}/file", Read).Needs(Scope.EvidenceRead);
    }

    static Task<IResult> List(string publicId, string? folder, string? after, FolderOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<FolderPage>.Of(overviews.Of(publicId, folder, long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : 0, caller, ct));

    static Task<IResult> Read(string publicId, string? path, FileOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<FilePage>.Of(overviews.Of(publicId, path, caller, ct));
}
