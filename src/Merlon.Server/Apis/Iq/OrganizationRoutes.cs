using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Iq;

/// <summary>IQ API, organizations and application categories (docs/apis/iq.md).</summary>
static class OrganizationRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/organizations", List).Needs(Scope.OrganizationsRead);
        api.Post("/organizations", Create).Needs(Scope.OrganizationsCreate);
        api.Get("/organizations/{id}", Read).Needs(Scope.OrganizationsRead);
        api.Delete("/organizations/{id}", Delete).Needs(Scope.OrganizationsDelete).Answers(StatusCodes.Status204NoContent);

        api.Get("/applicationCategories/organization/{id}", Categories).Needs(Scope.OrganizationsRead);
        api.Post("/applicationCategories/organization/{id}", CreateCategory).Needs(Scope.OrganizationsUpdate);
        api.Put("/applicationCategories/organization/{id}", ChangeCategory).Needs(Scope.OrganizationsUpdate);
        api.Delete("/applicationCategories/organization/{id}/{tag}", DeleteCategory).Needs(Scope.OrganizationsUpdate).Answers(StatusCodes.Status204NoContent);
        api.Get("/applicationCategories/organization/{id}/applicable", Applicable).Needs(Scope.OrganizationsRead);
    }

    static async Task<ApiResult<OrganizationListWire>> List(string[] organizationName, Organizations organizations, ApplicationCategories categories, Caller caller, CancellationToken ct)
    {
        var all = await organizations.All(organizationName, caller, ct);
        return ApiResults.Ok(OrganizationListWire.From(all, await organizations.ParentsOf(all, caller, ct), await categories.OfAll(all, caller, ct)));
    }

    static Task<ApiResult<OrganizationWire>> Create(Body<OrganizationBody> body, Organizations organizations, ApplicationCategories categories, Caller caller, CancellationToken ct) =>
        Task.FromResult(body.Value.ToDraft()).Then(draft => organizations.Create(draft, caller, ct)).ThenGet(o => One(o, organizations, categories, caller, ct)).ToApi(wire => wire);

    static Task<ApiResult<OrganizationWire>> Read(OrganizationPathId id, Organizations organizations, ApplicationCategories categories, Caller caller, CancellationToken ct) =>
        organizations.Find(id.Value, caller, ct).ThenGet(o => One(o, organizations, categories, caller, ct)).ToApi(wire => wire);

    static Task<ApiResult<Nothing>> Delete(OrganizationPathId id, Organizations organizations, Caller caller, CancellationToken ct) =>
        organizations.Delete(id.Value, caller, ct).ToApi();

    static Task<ApiResult<IReadOnlyList<CategoryWire>>> Categories(OrganizationPathId id, Organizations organizations, ApplicationCategories categories, Caller caller, CancellationToken ct) =>
        organizations.Find(id.Value, caller, ct).ThenGet(async o => (Owner: o, All: await categories.Of(o, ct))).ToApi(found => CategoryWire.From(found.All, found.Owner));

    static Task<ApiResult<CategoryWire>> CreateCategory(OrganizationPathId id, Body<CategoryBody> body, Organizations organizations, ApplicationCategories categories, Caller caller, CancellationToken ct) =>
        organizations.Find(id.Value, caller, ct)
            .Then(o => categories.Create(o, body.Value.ToDraft(), caller, ct).ThenGet(c => Task.FromResult((Owner: o, Category: c))))
            .ToApi(made => CategoryWire.From(made.Category, made.Owner));

    static Task<ApiResult<CategoryWire>> ChangeCategory(OrganizationPathId id, Body<CategoryBody> body, Organizations organizations, ApplicationCategories categories, Caller caller, CancellationToken ct) =>
        organizations.Find(id.Value, caller, ct)
            .Then(o => categories.Change(o, body.Value.Id ?? Guid.Empty, body.Value.ToDraft(), caller, ct).ThenGet(c => Task.FromResult((Owner: o, Category: c))))
            .ToApi(changed => CategoryWire.From(changed.Category, changed.Owner));

    static Task<ApiResult<Nothing>> DeleteCategory(OrganizationPathId id, GuidId tag, Organizations organizations, ApplicationCategories categories, Caller caller, CancellationToken ct) =>
        organizations.Find(id.Value, caller, ct).Then(o => categories.Delete(o, tag.Value, caller, ct)).ToApi();

    static Task<ApiResult<ApplicableCategoriesWire>> Applicable(OrganizationPathId id, Organizations organizations, ApplicationCategories categories, Caller caller, CancellationToken ct) =>
        organizations.Find(id.Value, caller, ct).ThenGet(o => categories.Applicable(o, caller, ct)).ToApi(ApplicableCategoriesWire.From);

    static async Task<OrganizationWire> One(Organization organization, Organizations organizations, ApplicationCategories categories, Caller caller, CancellationToken ct) =>
        OrganizationListWire.From([organization], await organizations.ParentsOf([organization], caller, ct), await categories.OfAll([organization], caller, ct)).Organizations[0];
}
