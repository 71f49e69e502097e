using Merlon.Core.Identity;
using Merlon.Core.Overviews;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Pages.Nodes.Changes;
using Merlon.Server.Pages.Nodes.Packages;
using Merlon.Server.Pages.Nodes.Snapshots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Pages.Nodes;

/// <summary>The list of machines, and what was seen of one.</summary>
static class NodeRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/nodes", List).Needs(Scope.NodesRead);
        pages.MapGet("/nodes/{key:long}", Summary).Needs(Scope.NodesRead);
        pages.MapGet("/nodes/{key:long}/packages", Packages).Needs(Scope.SnapshotsRead);
        pages.MapGet("/nodes/{key:long}/changes", Changes).Needs(Scope.SnapshotsRead);
        pages.MapGet("/nodes/{key:long}/snapshot", Snapshot).Needs(Scope.SnapshotsRead);
    }

    static Task<IResult> List(string? q, string? after, NodeOverviews overviews, Caller caller, CancellationToken ct) => Page<NodeListPage>.Of(overviews.List(q, after, caller, ct));

    static Task<IResult> Summary(long key, NodeOverviews overviews, Caller caller, CancellationToken ct) => Page<NodePage>.Of(overviews.Summary(key, caller, ct));

    static Task<IResult> Packages(long key, string? q, string? after, NodePackageOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<NodePackagesPage>.Of(overviews.Of(key, q, int.TryParse(after, out var number) ? number : 0, caller, ct));

    static Task<IResult> Changes(long key, string? scan, string? before, NodeChangeOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<NodeChangesPage>.Of(overviews.List(key, Number(scan), Number(before), caller, ct));

    static Task<IResult> Snapshot(long key, string? section, string? q, string? after, NodeSnapshotOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<NodeSnapshotPage>.Of(overviews.Section(key, section is { Length: > 0 } ? section : null, q, after, caller, ct));

    private static long? Number(string? text) => long.TryParse(text, out var number) ? number : null;
}
