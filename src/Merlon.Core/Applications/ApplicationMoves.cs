using System.Collections.Immutable;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Applications;

/// <summary>What was lost in a move that succeeded, one sentence a kind.</summary>
public sealed record Moved(ImmutableArray<string> Warnings);

/// <summary>Moving applications between organizations, and deleting them.</summary>
public sealed class ApplicationMoves(MerlonDb db, IStorageEngine engine, Journal journal, IEnumerable<IApplicationPart> parts, TimeProvider time)
{
    /// <summary>
    /// Moves the application. Categories on it stay when the target or an organization above it defines one of the same name;
    /// one without such a counterpart is a conflict, and nothing moves.
    /// </summary>
    public async Task<Outcome<Moved>> Move(Application application, Organization target, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.ApplicationsUpdate, application)) return new Refusal.Forbidden(Scope.ApplicationsUpdate);
        if (!caller.May(Scope.ApplicationsCreate, target)) return new Refusal.Forbidden(Scope.ApplicationsCreate);
        if (application.OrganizationKey == target.Key) return new Refusal.Invalid("organizationId", $"The application is already in the organization '{target.Name}'.");
        if (!(await Counterparts(application, target, caller.Tenant, ct)).Succeeded(out var replaced, out var refusal)) return refusal;

        db.Attach(application);
        foreach (var (link, category) in replaced)
        {
            db.Remove(link);
            db.Add(new ApplicationTag { TenantKey = application.TenantKey, ApplicationKey = application.Key, CategoryKey = category, Id = Guid.CreateVersion7(time.GetUtcNow()) });
        }
        application.OrganizationKey = target.Key;
        application.Revision++;
        application.UpdatedAt = time.GetUtcNow();
        await journal.Tell(caller, new Happening("Application Moved", "application", application.PublicId) { ApplicationKey = application.Key }.With("application", application.Name).With("organization", target.Name), ct);
        return await InOneTransaction(part => part.Move(application, caller.Tenant, ct), ct)
            ? new Moved([])
            : new Refusal.Conflict("CONCURRENT_UPDATE", "Somebody changed the application meanwhile. Read it again and repeat the move.");
    }

    /// <summary>Deletes the application with everything that is known of it.</summary>
    public async Task<Outcome<Done>> Delete(Application application, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.ApplicationsDelete, application)) return new Refusal.Forbidden(Scope.ApplicationsDelete);
        db.RemoveRange(await db.Of<ApplicationTag>(caller.Tenant).Where(t => t.ApplicationKey == application.Key).ToListAsync(ct));
        db.RemoveRange(await db.Of<RoleAssignment>(caller.Tenant).Where(a => a.Level == RoleLevel.Application && a.ResourceKey == application.Key).ToListAsync(ct));
        db.Remove(application);
        await journal.Tell(caller, new Happening("Application Deleted", "application", application.PublicId) { ApplicationKey = application.Key }.With("application", application.Name), ct);
        return await InOneTransaction(part => part.Delete(application, caller.Tenant, ct), ct)
            ? Done.It
            : new Refusal.Conflict("CONCURRENT_UPDATE", "Somebody changed the application meanwhile. Read it again and repeat the deletion.");
    }

    private async Task<bool> InOneTransaction(Func<IApplicationPart, Task> follow, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var part in parts) await follow(part);
        if (await db.TryCommit(engine, ct) != Commit.Done) return false;
        await transaction.CommitAsync(ct);
        return true;
    }

    // Each link with the key of the category that replaces it; links whose category also holds at the target stay as they are.
    private async Task<Outcome<List<(ApplicationTag Link, long Category)>>> Counterparts(Application application, Organization target, TenantId tenant, CancellationToken ct)
    {
        var above = (await OrganizationTree.Read(db, tenant, ct)).Above(target.Key).ToArray();
        var there = await db.Of<ApplicationCategory>(tenant).Where(c => above.Contains(c.OrganizationKey)).ToListAsync(ct);
        var links = await db.Of<ApplicationTag>(tenant).Where(t => t.ApplicationKey == application.Key).ToListAsync(ct);
        var linked = links.Select(l => l.CategoryKey).ToArray();
        var here = await db.Of<ApplicationCategory>(tenant).Where(c => linked.Contains(c.Key)).Join(db.Of<Organization>(tenant), c => c.OrganizationKey, o => o.Key, (c, o) => new { c, o.Name }).ToDictionaryAsync(row => row.c.Key, ct);

        var lost = links.Where(l => !there.Exists(c => c.NameFolded == here[l.CategoryKey].c.NameFolded)).Select(l => here[l.CategoryKey])
            .Select(row => $"The application category '{row.c.Name}' from the organization '{row.Name}' has no counterpart in the new parent organization.").ToImmutableArray();
        if (lost.Length > 0) return new Refusal.Conflict("NO_COUNTERPART", "The application carries what the target organization does not know.") { Reasons = lost };
        return links.Where(l => !there.Exists(c => c.Key == l.CategoryKey)).Select(l => (l, there.First(c => c.NameFolded == here[l.CategoryKey].c.NameFolded).Key)).ToList();
    }
}
