using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Organizations;

/// <summary>What can be done with the organizations of a tenant.</summary>
public sealed class Organizations(MerlonDb db, IStorageEngine engine, Keys keys, Journal journal, TimeProvider time)
{
    private static readonly Refusal.NotFound NotFound = new("organization");

    /// <summary>The organizations that the caller may see.</summary>
    public IQueryable<Organization> Visible(Caller caller)
    {
        var all = db.Of<Organization>(caller.Tenant);
        var reach = caller.Reach(Scope.OrganizationsRead);
        return reach.Everywhere ? all : all.Where(o => reach.Organizations.Contains(o.Key));
    }

    /// <summary>The organizations that the caller may see, oldest first; only those of these names, compared folded, unless there are none.</summary>
    public async Task<IReadOnlyList<Organization>> All(IReadOnlyCollection<string> names, Caller caller, CancellationToken ct)
    {
        var folded = names.Select(Columns.Fold).ToArray();
        return await Visible(caller).Where(o => folded.Length == 0 || folded.Contains(o.NameFolded)).OrderBy(o => o.Key).ToListAsync(ct);
    }

    /// <summary>The organization, if the caller may see it.</summary>
    public async Task<Outcome<Organization>> Find(OrganizationId id, Caller caller, CancellationToken ct) =>
        await Visible(caller).SingleOrDefaultAsync(o => id.Id == null ? o.ParentKey == null : o.Id == id.Id, ct) is { } found ? found : NotFound;

    /// <summary>The organizations that these applications stand in, and those above them, by key; also ones that the caller may not see, since their applications name them.</summary>
    public async Task<IReadOnlyDictionary<long, Organization>> OwnersOf(IReadOnlyList<Application> applications, Caller caller, CancellationToken ct)
    {
        if (applications.Count == 0) return new Dictionary<long, Organization>();
        var tree = await OrganizationTree.Read(db, caller.Tenant, ct);
        var wanted = applications.Select(a => a.OrganizationKey).Distinct().SelectMany(tree.Above).Distinct().ToArray();
        return await db.Of<Organization>(caller.Tenant).Where(o => wanted.Contains(o.Key)).ToDictionaryAsync(o => o.Key, ct);
    }

    /// <summary>The parents of these organizations, by key.</summary>
    public async Task<IReadOnlyDictionary<long, Organization>> ParentsOf(IReadOnlyList<Organization> organizations, Caller caller, CancellationToken ct)
    {
        var wanted = organizations.Select(o => o.ParentKey).Distinct().ToArray();
        return await db.Of<Organization>(caller.Tenant).Where(o => wanted.Contains(o.Key)).ToDictionaryAsync(o => o.Key, ct);
    }

    /// <summary>Makes an organization below another.</summary>
    public async Task<Outcome<Organization>> Create(OrganizationDraft draft, Caller caller, CancellationToken ct)
    {
        if (!(await Find(draft.Parent, caller, ct)).Succeeded(out var parent, out var refusal)) return refusal;
        if (!caller.May(Scope.OrganizationsCreate, parent)) return new Refusal.Forbidden(Scope.OrganizationsCreate);
        if (string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Length > ApplicationRules.MaxLength)
            return new Refusal.Invalid("name", $"A name of 1 to {ApplicationRules.MaxLength} characters is required.");

        var organization = new Organization
        {
            TenantKey = caller.Tenant.Key,
            Key = await keys.Next<Organization>(ct),
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            ParentKey = parent.Key,
            Name = draft.Name,
            NameFolded = Columns.Fold(draft.Name),
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(organization);
        await journal.Tell(caller, Told("Organization Created", organization), ct);
        return await db.TryCommit(engine, ct) == Commit.Done ? organization : new Refusal.Conflict("ALREADY_EXISTS", $"An organization named '{draft.Name}' already exists.");
    }

    /// <summary>Deletes an organization that holds nothing any more; the root and what holds something stay.</summary>
    public async Task<Outcome<Done>> Delete(OrganizationId id, Caller caller, CancellationToken ct)
    {
        if (!(await Find(id, caller, ct)).Succeeded(out var organization, out var refusal)) return refusal;
        if (!caller.May(Scope.OrganizationsDelete, organization)) return new Refusal.Forbidden(Scope.OrganizationsDelete);
        if (organization.IsRoot) return new Refusal.Invalid("id", "The root organization cannot be deleted.");
        if (await db.Of<Organization>(caller.Tenant).AnyAsync(o => o.ParentKey == organization.Key, ct) || await db.Of<Application>(caller.Tenant).AnyAsync(a => a.OrganizationKey == organization.Key, ct))
            return new Refusal.Conflict("NOT_EMPTY", $"The organization '{organization.Name}' still holds organizations or applications; move or delete them first.");
        db.RemoveRange(await db.Of<ApplicationCategory>(caller.Tenant).Where(c => c.OrganizationKey == organization.Key).ToListAsync(ct));
        db.RemoveRange(await db.Of<RoleAssignment>(caller.Tenant).Where(a => a.Level == RoleLevel.Organization && a.ResourceKey == organization.Key).ToListAsync(ct));
        db.Remove(organization);
        await journal.Tell(caller, Told("Organization Deleted", organization), ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    private static Happening Told(string type, Organization organization) => new Happening(type, "organization", organization.Id.ToString("N")).With("organization", organization.Name);
}
