using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Guardian.Reading;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Merlon.Server.Apis.Guardian;

/// <summary>Guardian API, nodes (docs/apis/guardian.md).</summary>
static class NodeRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/nodes/new", New).Needs(Scope.NodesRead);
        api.Get("/nodes/lookup", LookUp).Needs(Scope.NodesRead);
        api.Get("/nodes/status_counts", StatusCounts).Needs(Scope.NodesRead);
        api.Get("/nodes", List).Needs(Scope.NodesRead);
        api.Post("/nodes", Create).Needs(Scope.NodesWrite).Answers(StatusCodes.Status201Created);
        api.Get("/nodes/{id}", Show).Needs(Scope.NodesRead);
        api.Put("/nodes/{id}", Update).Needs(Scope.NodesWrite).Answers(StatusCodes.Status204NoContent);
        api.Delete("/nodes/{id}", Destroy).Needs(Scope.NodesWrite).Answers(StatusCodes.Status204NoContent);
    }

    static ApiResult<NodeSkeleton> New() => ApiResults.Ok(new NodeSkeleton());

    static Task<ApiResult<NodeFound>> LookUp([AsParameters] NodeLookupQuery query, NodeRegister nodes, Caller caller, CancellationToken ct) =>
        nodes.Find(query.ToLookup(), caller, ct).ToApi(node => new NodeFound(node.Key));

    static async Task<ApiResult<StatusCountsWire>> StatusCounts([FromQuery(Name = "environment_id")] long? environment, NodeRegister nodes, Caller caller, CancellationToken ct) =>
        ApiResults.Ok(StatusCountsWire.From(await nodes.Count(environment, caller, ct)));

    static Task<ApiResult<NodeWire[]>> List([AsParameters] NodeListQuery query, Paging paging, NodeRegister nodes, Links links, Caller caller, CancellationToken ct) =>
        Task.FromResult(query.ToFilter()).ThenGet(filter => nodes.List(filter, paging.Page(), caller, ct))
            .ToApi<IReadOnlyList<Node>, NodeWire[]>(found => [.. found.Select(n => NodeWire.From(n, links))]);

    static Task<ApiResult<NodeDetailsWire>> Create(GuardianBody<NodeBody> body, NodeRegister nodes, Links links, Caller caller, CancellationToken ct) =>
        nodes.Create(body.Value.Draft, caller, ct).ToApi(n => NodeDetailsWire.From(n, links));

    static Task<ApiResult<NodeDetailsWire>> Show(NumberId id, NodeRegister nodes, Links links, Caller caller, CancellationToken ct) =>
        nodes.Find(id.Value, caller, ct).ToApi(n => NodeDetailsWire.From(n, links));

    static Task<ApiResult<Nothing>> Update(NumberId id, GuardianBody<NodeBody> body, NodeRegister nodes, Caller caller, CancellationToken ct) =>
        nodes.Find(id.Value, caller, ct).Then(n => nodes.Change(n, body.Value.Draft, caller, ct)).ToApi();

    static Task<ApiResult<Nothing>> Destroy(NumberId id, NodeRegister nodes, Caller caller, CancellationToken ct) =>
        nodes.Find(id.Value, caller, ct).Then(n => nodes.Delete(n, caller, ct)).ToApi();
}
