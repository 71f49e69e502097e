using System.Globalization;
using Merlon.Core.Deployments;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.SecuritySchemes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Merlon.Server.Apis.ApiSecurity;

/// <summary>Api Security API, security schemes (docs/apis/api-security.md).</summary>
static class SecuritySchemeRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/envs/{deployment}/security-schemes", List).Needs(Scope.SecuritySchemesRead);
        api.Post("/envs/{deployment}/security-schemes", Create).Needs(Scope.SecuritySchemesWrite);
        api.Get("/security-schemes/{id}", Read).Needs(Scope.SecuritySchemesRead);
        api.Patch("/security-schemes/{id}", Change).Needs(Scope.SecuritySchemesWrite);
        api.Delete("/security-schemes/{id}", Delete).Needs(Scope.SecuritySchemesWrite);
    }

    static Task<ApiResult<SchemeListWire>> List(GuidId deployment, Deployments deployments, SecuritySchemes schemes, Caller caller, CancellationToken ct) =>
        deployments.Find(deployment.Value, caller, ct).ThenGet(d => schemes.OfDeployment(d, caller, ct)).ToApi(SchemeListWire.From);

    static Task<ApiResult<SchemeWire>> Create(GuidId deployment, Body<SchemeCreation> body, Deployments deployments, SecuritySchemes schemes, Caller caller, CancellationToken ct) =>
        deployments.Find(deployment.Value, caller, ct).Then(d => schemes.Create(d, body.Value.ToDraft(), caller, ct)).ToApi(SchemeWire.From);

    static Task<ApiResult<SchemeWire>> Read(GuidId id, SecuritySchemes schemes, Caller caller, CancellationToken ct) =>
        schemes.Find(id.Value, caller, ct).ToApi(SchemeWire.From);

    static Task<ApiResult<SchemeWire>> Change(GuidId id, Body<SchemeChange> body, SecuritySchemes schemes, Caller caller, CancellationToken ct) =>
        schemes.Change(id.Value, body.Value.Seen, body.Value.ToDraft(), caller, ct).ToApi(SchemeWire.From);

    static async Task<ApiResult<SchemeWire>> Delete(GuidId id, [FromQuery(Name = "current_revision")] string? revision, SecuritySchemes schemes, Caller caller, CancellationToken ct) =>
        ulong.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? await schemes.Delete(id.Value, SchemeChange.ToRevision(seen), caller, ct).ToApi(SchemeWire.From)
            : ApiResults.Refused<SchemeWire>(new Refusal.Invalid("current_revision", "The query must carry current_revision, the revision you last saw, as a whole number."));
}
