using Merlon.Core.Applications;
using Merlon.Core.Deployments;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;

namespace Merlon.Server.Apis.ApiSecurity;

/// <summary>Api Security API, environments of an application: Merlon's deployments (docs/apis/api-security.md).</summary>
static class DeploymentRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/apps/{application}/envs", List).Needs(Scope.DeploymentsRead);
        api.Post("/apps/{application}/envs", Create).Needs(Scope.DeploymentsWrite);
        api.Get("/apps/{application}/envs/{name}", ReadByName).Needs(Scope.DeploymentsRead);
        api.Get("/envs/{id}", Read).Needs(Scope.DeploymentsRead);
    }

    static Task<ApiResult<DeploymentListWire>> List(GuidId application, Applications applications, Deployments deployments, Caller caller, CancellationToken ct) =>
        applications.Find(application.Value, caller, ct).ThenGet(a => deployments.Of(a, caller, ct)).ToApi(all => DeploymentListWire.From(all, caller));

    static Task<ApiResult<DeploymentWire>> Create(GuidId application, Body<DeploymentCreation> body, Applications applications, Deployments deployments, Caller caller, CancellationToken ct) =>
        applications.Find(application.Value, caller, ct).Then(a => deployments.Create(a, body.Value.ToDraft(), caller, ct)).ToApi(d => DeploymentWire.From(d, caller));

    static Task<ApiResult<DeploymentWire>> ReadByName(GuidId application, string name, Applications applications, Deployments deployments, Caller caller, CancellationToken ct) =>
        applications.Find(application.Value, caller, ct).Then(a => deployments.Find(a, name, caller, ct)).ToApi(d => DeploymentWire.From(d, caller));

    static Task<ApiResult<DeploymentWire>> Read(GuidId id, Deployments deployments, Caller caller, CancellationToken ct) =>
        deployments.Find(id.Value, caller, ct).ToApi(d => DeploymentWire.From(d, caller));
}

/// <summary>A deployment as the API shows it, under its own name: environment.</summary>
sealed record DeploymentWire(Guid Id, long Revision, Guid ApplicationId, string Name, string DiffModelVersion, bool CompatibilityCheck, bool VersionCheck, bool SecurityOverrides, Guid OwnerAccountId, object? CurrentDeployment)
{
    public static DeploymentWire From(Deployment d, Caller caller) =>
        new(d.Id, d.Revision, d.ApplicationId, d.Name, "1", d.CompatibilityCheck, d.VersionCheck, d.SecurityOverrides, caller.Tenant.Id, null);
}

/// <summary>The deployments of an application.</summary>
sealed record DeploymentListWire(IReadOnlyList<DeploymentWire> Values)
{
    public static DeploymentListWire From(IReadOnlyList<Deployment> deployments, Caller caller) => new([.. deployments.Select(d => DeploymentWire.From(d, caller))]);
}

/// <summary>The body of a creation.</summary>
sealed record DeploymentCreation(string? Name, bool CompatibilityCheck = false, bool VersionCheck = false, bool SecurityOverrides = false)
{
    public DeploymentDraft ToDraft() => new(Name ?? "", CompatibilityCheck, VersionCheck, SecurityOverrides);
}
