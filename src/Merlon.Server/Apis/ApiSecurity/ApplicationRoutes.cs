using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;

namespace Merlon.Server.Apis.ApiSecurity;

/// <summary>Api Security API, applications of an account (docs/apis/api-security.md).</summary>
static class ApplicationRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/accounts/{account}/apps", List).Needs(Scope.ApplicationsRead);
        api.Post("/accounts/{account}/apps", Create).Needs(Scope.ApplicationsCreate);
        api.Get("/accounts/{account}/apps/{name}", ReadByName).Needs(Scope.ApplicationsRead);
        api.Get("/apps/{id}", Read).Needs(Scope.ApplicationsRead);
    }

    static Task<ApiResult<ApplicationListWire>> List(GuidId account, Applications applications, Caller caller, CancellationToken ct) =>
        Own(account, caller).ThenGet(_ => applications.All(caller, ct)).ToApi(all => ApplicationListWire.From(all, caller));

    static Task<ApiResult<ApplicationWire>> Create(GuidId account, Body<ApplicationCreation> body, Applications applications, Caller caller, CancellationToken ct) =>
        Own(account, caller).Then(_ => applications.Create(new ApplicationDraft(body.Value.Name ?? ""), caller, ct)).ToApi(a => ApplicationWire.From(a, caller));

    static Task<ApiResult<ApplicationWire>> ReadByName(GuidId account, string name, Applications applications, Caller caller, CancellationToken ct) =>
        Own(account, caller).Then(_ => applications.FindByName(name, caller, ct)).ToApi(a => ApplicationWire.From(a, caller));

    static Task<ApiResult<ApplicationWire>> Read(GuidId id, Applications applications, Caller caller, CancellationToken ct) =>
        applications.Find(id.Value, caller, ct).ToApi(a => ApplicationWire.From(a, caller));

    // The account of the path is the caller's tenant or does not exist for them.
    static Task<Outcome<TenantId>> Own(GuidId account, Caller caller) =>
        Task.FromResult(account.Value == caller.Tenant.Id ? caller.Tenant : (Outcome<TenantId>)new Refusal.NotFound("account"));
}

/// <summary>An application as the API shows it; the account is the tenant.</summary>
sealed record ApplicationWire(Guid Id, long Revision, Guid AccountId, string Name)
{
    public static ApplicationWire From(Application application, Caller caller) => new(application.Id, application.Revision, caller.Tenant.Id, application.Name);
}

/// <summary>The applications of an account.</summary>
sealed record ApplicationListWire(IReadOnlyList<ApplicationWire> Values)
{
    public static ApplicationListWire From(IReadOnlyList<Application> applications, Caller caller) => new([.. applications.Select(a => ApplicationWire.From(a, caller))]);
}

/// <summary>The body of a creation.</summary>
sealed record ApplicationCreation(string? Name);
