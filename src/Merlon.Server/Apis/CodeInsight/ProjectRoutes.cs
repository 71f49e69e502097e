using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>Code Insight API, projects: Merlon's applications (docs/apis/code-insight.md).</summary>
static class ProjectRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/projects", List).Needs(Scope.ApplicationsList);
        api.Post("/projects", Create).Needs(Scope.ApplicationsCreate).Answers(StatusCodes.Status201Created);
        api.Get("/projects/{id}", Read).Needs(Scope.ApplicationsRead);
        api.Put("/projects/{id}", Change).Needs(Scope.ApplicationsUpdate);
        api.Delete("/projects/{id}", Delete).Needs(Scope.ApplicationsDelete);
    }

    public static void MapLegacy(ApiRoutes api) => api.Get("/project/id", IdByName).Needs(Scope.ApplicationsRead);

    static Task<IResult> List(string? offset, string? limit, HttpContext http, Applications applications, Caller caller, CancellationToken ct) =>
        Task.FromResult(PageQuery.Read(offset, limit))
            .ThenGet(async page => (Page: page, Found: await applications.Page(page.Skip, page.Size, caller, ct)))
            .ThenGet(read => Task.FromResult(new Page<Application>(read.Found.Rows, read.Found.Total, read.Page)))
            .ToPage(http, ProjectRowWire.From);

    static Task<ApiResult<Created>> Create(Body<ProjectBody> body, Applications applications, Caller caller, CancellationToken ct) =>
        Task.FromResult(body.Value.ToDraft(caller)).Then(draft => applications.Create(draft, caller, ct)).ToApi(a => new Created(a.Key));

    static Task<ApiResult<Data<ProjectWire>>> Read(NumberId id, Applications applications, ProjectShapes shapes, Caller caller, CancellationToken ct) =>
        applications.Find(id.Value, caller, ct).ThenGet(a => shapes.Of(a, caller, ct)).ToApi(project => new Data<ProjectWire>(project));

    static Task<ApiResult<Data<CreatedData>>> Change(NumberId id, Body<ProjectBody> body, Applications applications, Caller caller, CancellationToken ct) =>
        applications.Find(id.Value, caller, ct)
            .Then(a => Task.FromResult(body.Value.Check() is { } refusal ? (Outcome<Application>)refusal : a))
            .Then(a => applications.Change(a, Scope.ApplicationsUpdate, caller, body.Value.Apply, ct))
            .ToApi(a => new Data<CreatedData>(new CreatedData(a.Key)));

    static Task<ApiResult<Nothing>> Delete(NumberId id, Applications applications, ApplicationMoves moves, Caller caller, CancellationToken ct) =>
        applications.Find(id.Value, caller, ct).Then(a => moves.Delete(a, caller, ct)).ToApi();

    static Task<ApiResult<Content<long>>> IdByName(string? projectName, Applications applications, Caller caller, CancellationToken ct) =>
        Task.FromResult(projectName is { Length: > 0 } ? projectName : (Outcome<string>)new Refusal.Invalid("projectName", "The query must carry projectName."))
            .Then(name => applications.FindByName(name, caller, ct).OrInvalid("projectName", "No project has this name."))
            .ToApi(a => new Content<long>(a.Key));
}
