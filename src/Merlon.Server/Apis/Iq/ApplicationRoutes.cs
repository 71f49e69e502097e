using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Iq;

/// <summary>IQ API, applications (docs/apis/iq.md).</summary>
static class ApplicationRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/applications", List).Needs(Scope.ApplicationsRead);
        api.Get("/applications/organization/{organization}", ListOfOrganization).Needs(Scope.ApplicationsRead);
        api.Post("/applications", Create).Needs(Scope.ApplicationsCreate);
        api.Get("/applications/{id}", Read).Needs(Scope.ApplicationsRead);
        api.Put("/applications/{id}", Change).Needs(Scope.ApplicationsUpdate);
        api.Delete("/applications/{id}", Delete).Needs(Scope.ApplicationsDelete).Answers(StatusCodes.Status204NoContent);
        api.Post("/applications/{id}/move/organization/{organization}", Move).Needs(Scope.ApplicationsUpdate);
        api.Post("/applications/{id}/clone", Clone).Needs(Scope.ApplicationsCreate);
    }

    static async Task<ApiResult<ApplicationListWire>> List(string[] publicId, bool? includeCategories, Applications applications, ApplicationShapes shapes, Caller caller, CancellationToken ct) =>
        ApiResults.Ok(await shapes.List(await applications.All(publicId, caller, ct), includeCategories ?? false, caller, ct));

    static Task<ApiResult<ApplicationListWire>> ListOfOrganization(OrganizationPathId organization, bool? includeCategories, Organizations organizations, Applications applications, ApplicationShapes shapes, Caller caller, CancellationToken ct) =>
        organizations.Find(organization.Value, caller, ct).ThenGet(o => applications.In(o, caller, ct)).ThenGet(all => shapes.List(all, includeCategories ?? false, caller, ct)).ToApi(list => list);

    static Task<ApiResult<ApplicationWire>> Create(Body<ApplicationBody> body, Applications applications, ApplicationShapes shapes, Caller caller, CancellationToken ct) =>
        Task.FromResult(body.Value.ToDraft()).Then(draft => applications.Create(draft, caller, ct)).ThenGet(a => shapes.One(a, caller, ct)).ToApi(wire => wire);

    static Task<ApiResult<ApplicationWire>> Read(GuidId id, Applications applications, ApplicationShapes shapes, Caller caller, CancellationToken ct) =>
        applications.Find(id.Value, caller, ct).ThenGet(a => shapes.One(a, caller, ct)).ToApi(wire => wire);

    static Task<ApiResult<ApplicationWire>> Change(GuidId id, Body<ApplicationBody> body, Applications applications, ApplicationShapes shapes, Caller caller, CancellationToken ct) =>
        applications.Find(id.Value, caller, ct)
            .Then(a => Task.FromResult(body.Value.ReadTags().Map(tags => (Application: a, Tags: tags))))
            .Then(read => applications.Change(read.Application, read.Tags, caller, body.Value.Apply, ct))
            .ThenGet(a => shapes.One(a, caller, ct)).ToApi(wire => wire);

    static Task<ApiResult<Nothing>> Delete(GuidId id, Applications applications, ApplicationMoves moves, Caller caller, CancellationToken ct) =>
        applications.Find(id.Value, caller, ct).Then(a => moves.Delete(a, caller, ct)).ToApi();

    static async Task<IResult> Move(GuidId id, OrganizationPathId organization, Applications applications, Organizations organizations, ApplicationMoves moves, Caller caller, CancellationToken ct)
    {
        var moved = await applications.Find(id.Value, caller, ct)
            .Then(a => organizations.Find(organization.Value, caller, ct).ThenGet(o => Task.FromResult((Application: a, Target: o))))
            .Then(pair => moves.Move(pair.Application, pair.Target, caller, ct));
        // Nothing lost: an empty body, as the document says.
        return moved.Refusal is null && moved.Value.Warnings.IsEmpty ? moved.ToApi() : moved.ToApi(m => m);
    }

    static Task<ApiResult<ApplicationWire>> Clone(GuidId id, string? clonedApplicationName, string? clonedApplicationPublicId, Applications applications, ApplicationClones clones, ApplicationShapes shapes, Caller caller, CancellationToken ct) =>
        applications.Find(id.Value, caller, ct).Then(a => clones.Clone(a, clonedApplicationName ?? "", clonedApplicationPublicId, caller, ct)).ThenGet(a => shapes.One(a, caller, ct)).ToApi(wire => wire);
}
