using Merlon.Core.Environments;
using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Guardian.Reading;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Guardian;

/// <summary>Guardian API, environments (docs/apis/guardian.md).</summary>
static class EnvironmentRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/environments/new", New).Needs(Scope.EnvironmentsRead);
        api.Get("/environments/lookup", LookUp).Needs(Scope.EnvironmentsRead);
        api.Get("/environments", List).Needs(Scope.EnvironmentsRead);
        api.Post("/environments", Create).Needs(Scope.EnvironmentsWrite).Answers(StatusCodes.Status201Created);
        api.Get("/environments/{id}", Show).Needs(Scope.EnvironmentsRead);
        api.Put("/environments/{id}", Update).Needs(Scope.EnvironmentsWrite).Answers(StatusCodes.Status204NoContent);
        api.Delete("/environments/{id}", Destroy).Needs(Scope.EnvironmentsWrite).Answers(StatusCodes.Status204NoContent);
        api.Get("/environments/{id}/nodes", ListNodes).Needs(Scope.EnvironmentsRead);
        api.Get("/environments/{id}/report", Report).Needs(Scope.EnvironmentsRead);
    }

    static ApiResult<EnvironmentSkeleton> New() => ApiResults.Ok(new EnvironmentSkeleton());

    static Task<ApiResult<EnvironmentFound>> LookUp(string? name, Environments environments, Caller caller, CancellationToken ct) =>
        environments.FindByName(name ?? "", caller, ct).ToApi(found => new EnvironmentFound(found.Key));

    static async Task<ApiResult<EnvironmentWire[]>> List(Paging paging, Environments environments, Links links, Caller caller, CancellationToken ct) =>
        ApiResults.Ok<EnvironmentWire[]>([.. (await environments.List(paging.Page(), caller, ct)).Select(e => EnvironmentWire.From(e, links))]);

    static Task<ApiResult<EnvironmentWire>> Create(GuardianBody<EnvironmentBody> body, Environments environments, Links links, Caller caller, CancellationToken ct) =>
        environments.Create(body.Value.Draft, caller, ct).ToApi(e => EnvironmentWire.From(e, links));

    static Task<ApiResult<EnvironmentWire>> Show(NumberId id, Environments environments, Links links, Caller caller, CancellationToken ct) =>
        environments.Find(id.Value, caller, ct).ToApi(e => EnvironmentWire.From(e, links));

    static Task<ApiResult<Nothing>> Update(NumberId id, GuardianBody<EnvironmentBody> body, Environments environments, Caller caller, CancellationToken ct) =>
        environments.Find(id.Value, caller, ct).Then(e => environments.Change(e, body.Value.Draft, caller, ct)).ToApi();

    static Task<ApiResult<Nothing>> Destroy(NumberId id, Environments environments, Caller caller, CancellationToken ct) =>
        environments.Find(id.Value, caller, ct).Then(e => environments.Delete(e, caller, ct)).ToApi();

    static Task<ApiResult<NodeWire[]>> ListNodes(NumberId id, Paging paging, Environments environments, NodeRegister nodes, Links links, Caller caller, CancellationToken ct) =>
        environments.Find(id.Value, caller, ct).ThenGet(e => nodes.List(new NodeFilter { EnvironmentKey = e.Key }, paging.Page(), caller, ct))
            .ToApi<IReadOnlyList<Node>, NodeWire[]>(found => [.. found.Select(n => NodeWire.From(n, links))]);

    static Task<ApiResult<EnvironmentReportWire>> Report(NumberId id, Environments environments, EnvironmentReports reports, Caller caller, CancellationToken ct) =>
        environments.Find(id.Value, caller, ct).ThenGet(e => reports.Of(e, caller, ct)).ToApi(EnvironmentReportWire.From);
}
