using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Deployments;

/// <summary>What can be done with deployments.</summary>
public sealed class Deployments(MerlonDb db, IStorageEngine engine, Keys keys, Journal journal, TenantLimits limits, TimeProvider time)
{
    /// <summary>The deployments that the caller may see.</summary>
    public IQueryable<Deployment> Visible(Caller caller)
    {
        var all = db.Of<Deployment>(caller.Tenant);
        var reach = caller.Reach(Scope.DeploymentsRead);
        return reach.Everywhere ? all : all.Where(d => reach.Organizations.Contains(d.OrganizationKey) || reach.Applications.Contains(d.ApplicationKey));
    }

    /// <summary>The deployment with this Guid, if the caller may see it.</summary>
    public async Task<Outcome<Deployment>> Find(Guid id, Caller caller, CancellationToken ct) =>
        await Visible(caller).SingleOrDefaultAsync(d => d.Id == id, ct) is { } found ? found : new Refusal.NotFound("environment");

    /// <summary>An application's deployment by name, compared folded, if the caller may see it.</summary>
    public async Task<Outcome<Deployment>> Find(Application application, string name, Caller caller, CancellationToken ct)
    {
        var folded = Columns.Fold(name);
        return await Visible(caller).SingleOrDefaultAsync(d => d.ApplicationKey == application.Key && d.NameFolded == folded, ct) is { } found ? found : new Refusal.NotFound("environment");
    }

    /// <summary>An application's deployments, oldest first.</summary>
    public async Task<IReadOnlyList<Deployment>> Of(Application application, Caller caller, CancellationToken ct) =>
        await Visible(caller).Where(d => d.ApplicationKey == application.Key).OrderBy(d => d.Key).ToListAsync(ct);

    /// <summary>Makes a deployment of the application.</summary>
    public async Task<Outcome<Deployment>> Create(Application application, DeploymentDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.DeploymentsWrite, application)) return new Refusal.Forbidden(Scope.DeploymentsWrite);
        if (string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Length > ApplicationRules.MaxLength)
            return new Refusal.Invalid("name", $"A name of 1 to {ApplicationRules.MaxLength} characters is required.");
        if (await TenantLimits.OneMore("environments", limits.Deployments, db.Of<Deployment>(caller.Tenant), ct) is { } full) return full;

        var deployment = new Deployment
        {
            TenantKey = caller.Tenant.Key,
            Key = await keys.Next<Deployment>(ct),
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            ApplicationKey = application.Key,
            ApplicationId = application.Id,
            OrganizationKey = application.OrganizationKey,
            Name = draft.Name,
            NameFolded = Columns.Fold(draft.Name),
            CompatibilityCheck = draft.CompatibilityCheck,
            VersionCheck = draft.VersionCheck,
            SecurityOverrides = draft.SecurityOverrides,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(deployment);
        await journal.Tell(caller, new Happening("Deployment Created", "deployment", deployment.Id.ToString()) { ApplicationKey = application.Key }.With("deployment", deployment.Name).With("application", application.Name), ct);
        return await db.TryCommit(engine, ct) == Commit.Done
            ? deployment
            : new Refusal.Conflict("ENVIRONMENT_ALREADY_EXISTS", $"The application already has an environment named '{draft.Name}'.");
    }
}
