using Merlon.Core.Deployments;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.SecuritySchemes;

/// <summary>What can be done with the security schemes of a deployment. The order of checks is the document's.</summary>
public sealed class SecuritySchemes(MerlonDb db, IStorageEngine engine, Keys keys, Journal journal, TenantLimits limits, IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly Refusal.NotFound NotFound = new("security scheme");
    private static readonly Refusal.Conflict ConcurrentUpdate = new("CONCURRENT_UPDATE", "Concurrent update attempt: read the scheme again and repeat the change with its current revision.");
    private readonly IDataProtector _secrets = protection.CreateProtector("security-scheme-client-secret");

    /// <summary>The live schemes of a deployment that the caller may see, oldest first.</summary>
    public async Task<IReadOnlyList<SecurityScheme>> OfDeployment(Deployment deployment, Caller caller, CancellationToken ct) =>
        await Visible(caller).Where(s => s.DeploymentKey == deployment.Key).OrderBy(s => s.Key).ToListAsync(ct);

    /// <summary>The live scheme with this id, if the caller may see it.</summary>
    public async Task<Outcome<SecurityScheme>> Find(Guid id, Caller caller, CancellationToken ct) =>
        await Visible(caller).SingleOrDefaultAsync(s => s.Id == id, ct) is { } scheme ? scheme : NotFound;

    /// <summary>Makes a scheme with revision 0.</summary>
    public async Task<Outcome<SecurityScheme>> Create(Deployment deployment, SchemeDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.SecuritySchemesWrite, deployment)) return new Refusal.Forbidden(Scope.SecuritySchemesWrite);
        if (SecuritySchemeRules.CheckNew(draft) is { Length: > 0 } errors) return new Refusal.Invalid(errors);
        if (await TenantLimits.OneMore("security schemes", limits.SecuritySchemes, db.Of<SecurityScheme>(caller.Tenant).Where(s => s.DeletedAt == null), ct) is { } full) return full;

        var scheme = await New(deployment, draft, ct);
        db.Add(scheme);
        await journal.Tell(caller, Told("Security Scheme Created", scheme), ct);
        return await db.TryCommit(engine, ct) == Commit.Done
            ? scheme
            : new Refusal.Conflict("SECURITY_SCHEME_ALREADY_EXISTS", $"The environment already has a security scheme named '{draft.Name}'.");
    }

    /// <summary>Changes the scheme if <paramref name="seen"/> is its revision; the revision then grows by one.</summary>
    public async Task<Outcome<SecurityScheme>> Change(Guid id, long seen, SchemeDraft draft, Caller caller, CancellationToken ct)
    {
        if (!(await Writable(id, seen, caller, ct)).Succeeded(out var scheme, out var refusal)) return refusal;
        if (SecuritySchemeRules.Check(draft) is { Length: > 0 } errors) return new Refusal.Invalid(errors);

        scheme.Provider = draft.Provider ?? scheme.Provider;
        scheme.ClientId = draft.ClientId ?? scheme.ClientId;
        scheme.ProtectedClientSecret = draft.ClientSecret is { } secret ? _secrets.Protect(secret) : scheme.ProtectedClientSecret;
        scheme.RedirectUrl = draft.RedirectUrl ?? scheme.RedirectUrl;
        scheme.Scopes = draft.Scopes ?? scheme.Scopes;
        return await Keep(scheme, "Security Scheme Changed", caller, ct);
    }

    /// <summary>Deletes the scheme if <paramref name="seen"/> is its revision, and answers with the tombstone. The name becomes free.</summary>
    public async Task<Outcome<SecurityScheme>> Delete(Guid id, long seen, Caller caller, CancellationToken ct)
    {
        if (!(await Writable(id, seen, caller, ct)).Succeeded(out var scheme, out var refusal)) return refusal;
        scheme.DeletedAt = time.GetUtcNow();
        scheme.LiveName = null;
        return await Keep(scheme, "Security Scheme Deleted", caller, ct);
    }

    private IQueryable<SecurityScheme> Visible(Caller caller)
    {
        var live = db.Of<SecurityScheme>(caller.Tenant).Where(s => s.DeletedAt == null);
        var reach = caller.Reach(Scope.SecuritySchemesRead);
        return reach.Everywhere ? live : live.Where(s => reach.Organizations.Contains(s.OrganizationKey) || reach.Applications.Contains(s.ApplicationKey));
    }

    private async Task<Outcome<SecurityScheme>> Writable(Guid id, long seen, Caller caller, CancellationToken ct)
    {
        if (await Visible(caller).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } scheme) return NotFound;
        if (!caller.May(Scope.SecuritySchemesWrite, scheme)) return new Refusal.Forbidden(Scope.SecuritySchemesWrite);
        return scheme.Revision == seen ? scheme : ConcurrentUpdate;
    }

    private async Task<Outcome<SecurityScheme>> Keep(SecurityScheme scheme, string told, Caller caller, CancellationToken ct)
    {
        scheme.Revision++;
        scheme.UpdatedAt = time.GetUtcNow();
        await journal.Tell(caller, Told(told, scheme), ct);
        return await db.TryCommit(engine, ct) == Commit.Done ? scheme : ConcurrentUpdate;
    }

    private async Task<SecurityScheme> New(Deployment deployment, SchemeDraft draft, CancellationToken ct) => new()
    {
        TenantKey = deployment.TenantKey,
        Key = await keys.Next<SecurityScheme>(ct),
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Revision = 0,
        DeploymentKey = deployment.Key,
        DeploymentId = deployment.Id,
        OrganizationKey = deployment.OrganizationKey,
        ApplicationKey = deployment.ApplicationKey,
        Name = draft.Name!,
        LiveName = draft.Name,
        Provider = draft.Provider!,
        ClientId = draft.ClientId!,
        ProtectedClientSecret = _secrets.Protect(draft.ClientSecret!),
        RedirectUrl = draft.RedirectUrl!,
        Scopes = draft.Scopes!.Value,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };

    private static Happening Told(string type, SecurityScheme scheme) =>
        new Happening(type, "security_scheme", scheme.Id.ToString()) { ApplicationKey = scheme.ApplicationKey }.With("scheme", scheme.Name);
}
