using System.Collections.Immutable;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Applications;

/// <summary>What can be done with applications, whichever API asks.</summary>
public sealed class Applications(MerlonDb db, IStorageEngine engine, Keys keys, Journal journal, TenantLimits limits, TimeProvider time)
{
    private static readonly Refusal.NotFound NotFound = new("application");
    private const int MostRepeats = 30;

    private static readonly Refusal.Conflict Stale = new("CONCURRENT_UPDATE", "Somebody changed the application meanwhile. Read it again and repeat the change.");

    /// <summary>The applications that <paramref name="caller"/> may see, to be filtered and paged on.</summary>
    public IQueryable<Application> Visible(Caller caller, Scope scope)
    {
        var all = db.Of<Application>(caller.Tenant);
        var reach = caller.Reach(scope);
        return reach.Everywhere ? all : all.Where(a => reach.Organizations.Contains(a.OrganizationKey) || reach.Applications.Contains(a.Key));
    }

    /// <inheritdoc cref="Visible(Caller, Scope)"/>
    public IQueryable<Application> Visible(Caller caller) => Visible(caller, Scope.ApplicationsRead);

    /// <summary>The applications of these public ids that the caller may see, oldest first; unknown ids drop out. All of them when there are none.</summary>
    public async Task<IReadOnlyList<Application>> All(IReadOnlyCollection<string> publicIds, Caller caller, CancellationToken ct)
    {
        var folded = publicIds.Select(Columns.Fold).ToArray();
        return await Visible(caller).Where(a => folded.Length == 0 || folded.Contains(a.PublicIdFolded)).OrderBy(a => a.Key).ToListAsync(ct);
    }

    /// <summary>The applications directly in an organization that the caller may see, oldest first.</summary>
    public async Task<IReadOnlyList<Application>> In(Organization organization, Caller caller, CancellationToken ct) =>
        await Visible(caller).Where(a => a.OrganizationKey == organization.Key).OrderBy(a => a.Key).ToListAsync(ct);

    /// <summary>The applications that the caller may see, oldest first.</summary>
    public async Task<IReadOnlyList<Application>> All(Caller caller, CancellationToken ct) => await Visible(caller).OrderBy(a => a.Key).ToListAsync(ct);

    /// <summary>A page of the applications that the caller may see, oldest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<Application> Rows, long Total)> Page(long skip, int take, Caller caller, CancellationToken ct) =>
        (await Visible(caller).OrderBy(a => a.Key).Skip((int)Math.Min(skip, int.MaxValue)).Take(take).ToListAsync(ct), await Visible(caller).LongCountAsync(ct));

    /// <summary>The applications of which this scope lets the caller know, oldest first.</summary>
    public async Task<IReadOnlyList<Application>> All(Scope scope, Caller caller, CancellationToken ct) => await Visible(caller, scope).OrderBy(a => a.Key).ToListAsync(ct);

    /// <summary>The application with this number (Code Insight's id), if the caller may see it.</summary>
    public async Task<Outcome<Application>> Find(long key, Caller caller, CancellationToken ct) =>
        await Visible(caller).SingleOrDefaultAsync(a => a.Key == key, ct) is { } found ? found : NotFound;

    /// <summary>The application with this Guid (IQ's and Api Security's id), if the caller may see it.</summary>
    public async Task<Outcome<Application>> Find(Guid id, Caller caller, CancellationToken ct) =>
        await Visible(caller).SingleOrDefaultAsync(a => a.Id == id, ct) is { } found ? found : NotFound;

    /// <summary>The application with this public id (Qwiet's id), compared folded, if the caller may see it.</summary>
    public async Task<Outcome<Application>> Find(string publicId, Caller caller, CancellationToken ct)
    {
        var folded = Columns.Fold(publicId);
        return await Visible(caller).SingleOrDefaultAsync(a => a.PublicIdFolded == folded, ct) is { } found ? found : NotFound;
    }

    /// <summary>The application with this name, compared folded, if the caller may see it.</summary>
    public async Task<Outcome<Application>> FindByName(string name, Caller caller, CancellationToken ct)
    {
        var folded = Columns.Fold(name);
        return await Visible(caller).SingleOrDefaultAsync(a => a.NameFolded == folded, ct) is { } found ? found : NotFound;
    }

    /// <summary>Makes an application in the organization the draft names, else in the sandbox.</summary>
    public async Task<Outcome<Application>> Create(ApplicationDraft draft, Caller caller, CancellationToken ct)
    {
        if (await ParentOf(draft, caller, ct) is not { } parent) return new Refusal.NotFound("organization");
        if (!caller.May(Scope.ApplicationsCreate, parent)) return new Refusal.Forbidden(Scope.ApplicationsCreate);
        if (ApplicationRules.Check(draft) is { Length: > 0 } errors) return new Refusal.Invalid(errors);
        if (!(await CategoriesOf(draft.Categories, parent, caller.Tenant, ct)).Succeeded(out var categories, out var refusal)) return refusal;

        if (await TenantLimits.OneMore("applications", limits.Applications, db.Of<Application>(caller.Tenant), ct) is { } full) return full;

        var publicId = draft.PublicId ?? await FreePublicId(draft.Name, caller.Tenant, ct);
        if (await TakenField(draft.Name, publicId, except: null, caller.Tenant, ct) is { } taken) return taken;

        var application = await New(draft, publicId, parent.Key, caller, ct);
        db.Add(application);
        db.AddRange(categories.Select(category => Tag(application, category)));
        await journal.Tell(caller, Told("Application Created", application), ct);
        // Two creators of one name: the unique index decides, and the loser hears the same words as if it had come later.
        return await db.TryCommit(engine, ct) == Commit.Done ? application : NameTaken("name", draft.Name);
    }

    /// <summary>Changes an application that was read before. <paramref name="change"/> gets the tracked row and may refuse; it is asked again where somebody else was quicker.</summary>
    public Task<Outcome<Application>> Change(Application application, Scope scope, Caller caller, Func<Application, Refusal?> change, CancellationToken ct) =>
        Repeatedly(application, caller, async current => !caller.May(scope, current) ? new Refusal.Forbidden(scope)
            : await Apply(current, caller, change, ct) is { } refusal ? refusal
            : Kept(current, await db.TryCommit(engine, ct)), ct);

    /// <summary>As <see cref="Change(Application, Scope, Caller, Func{Application, Refusal?}, CancellationToken)"/>, and puts exactly these categories on the application; every link is made anew, with a new id.</summary>
    public Task<Outcome<Application>> Change(Application application, ImmutableArray<Guid> categories, Caller caller, Func<Application, Refusal?> change, CancellationToken ct) =>
        Repeatedly(application, caller, current => ChangeOnce(current, categories, caller, change, ct), ct);

    // No document that changes an application names a revision: who comes second changes what the first left.
    private async Task<Outcome<Application>> Repeatedly(Application application, Caller caller, Func<Application, Task<Outcome<Application>>> change, CancellationToken ct)
    {
        for (var left = MostRepeats; ; left--)
        {
            var outcome = await change(application);
            if (left == 0 || !Equals(outcome.Refusal, Stale)) return outcome;
            if (!(await Find(application.Key, caller, ct)).Succeeded(out var again, out var gone)) return gone;
            application = again;
        }
    }

    private async Task<Outcome<Application>> ChangeOnce(Application application, ImmutableArray<Guid> categories, Caller caller, Func<Application, Refusal?> change, CancellationToken ct)
    {
        if (!caller.May(Scope.ApplicationsUpdate, application)) return new Refusal.Forbidden(Scope.ApplicationsUpdate);
        var owner = await db.Of<Organization>(caller.Tenant).SingleAsync(o => o.Key == application.OrganizationKey, ct);
        if (!(await CategoriesOf(categories, owner, caller.Tenant, ct)).Succeeded(out var found, out var unknown)) return unknown;
        if (await Apply(application, caller, change, ct) is { } refusal) return refusal;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // A link's key names its category, so the old ones go before the new ones come.
        await db.Of<ApplicationTag>(caller.Tenant).Where(t => t.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
        db.AddRange(found.Select(category => Tag(application, category)));
        var commit = await db.TryCommit(engine, ct);
        if (commit == Commit.Done) await transaction.CommitAsync(ct);
        return Kept(application, commit);
    }

    // Changes the tracked row and adds event and audit row; after a refusal the row is as it was.
    private async Task<Refusal?> Apply(Application application, Caller caller, Func<Application, Refusal?> change, CancellationToken ct)
    {
        var entry = db.Attach(application);
        var before = (application.Name, application.PublicId);
        var refusal = change(application);
        if (refusal is null && before != (application.Name, application.PublicId))
        {
            (application.NameFolded, application.PublicIdFolded) = (Columns.Fold(application.Name), Columns.Fold(application.PublicId));
            refusal = ApplicationRules.Check(new ApplicationDraft(application.Name) { PublicId = application.PublicId }) is { Length: > 0 } errors
                ? new Refusal.Invalid(errors)
                : await TakenField(application.Name, application.PublicId, application.Key, caller.Tenant, ct);
        }
        if (refusal is not null)
        {
            await entry.ReloadAsync(ct);
            return refusal;
        }
        application.Revision++;
        application.UpdatedAt = time.GetUtcNow();
        await journal.Tell(caller, Told("Application Changed", application), ct);
        return null;
    }

    private static Outcome<Application> Kept(Application application, Commit commit) => commit switch
    {
        Commit.Done => application,
        Commit.Taken => NameTaken("name", application.Name),
        _ => Stale,
    };

    private async Task<Organization?> ParentOf(ApplicationDraft draft, Caller caller, CancellationToken ct)
    {
        var organizations = db.Of<Organization>(caller.Tenant);
        if (draft.InRoot) return await organizations.SingleAsync(o => o.ParentKey == null, ct);
        if (draft.Organization is { } id)
            return await organizations.SingleOrDefaultAsync(o => o.Id == id, ct) is { } found && (caller.May(Scope.OrganizationsRead, found) || caller.May(Scope.ApplicationsCreate, found)) ? found : null;
        var sandbox = Columns.Fold(Organization.SandboxName);
        return await organizations.SingleOrDefaultAsync(o => o.NameFolded == sandbox, ct) ?? await organizations.SingleAsync(o => o.ParentKey == null, ct);
    }

    private async Task<Outcome<IReadOnlyList<ApplicationCategory>>> CategoriesOf(ImmutableArray<Guid> ids, Organization owner, TenantId tenant, CancellationToken ct)
    {
        if (ids.IsEmpty) return Array.Empty<ApplicationCategory>();
        var above = (await OrganizationTree.Read(db, tenant, ct)).Above(owner.Key).ToArray();
        var wanted = ids.Distinct().ToArray();
        var found = await db.Of<ApplicationCategory>(tenant).Where(c => wanted.Contains(c.Id) && above.Contains(c.OrganizationKey)).ToListAsync(ct);
        return found.Count == wanted.Length
            ? found
            : new Refusal.Invalid("applicationTags", $"No application category with the id {wanted.Except(found.Select(c => c.Id)).First():N} applies to organization {owner.Name}.");
    }

    private async Task<string> FreePublicId(string name, TenantId tenant, CancellationToken ct)
    {
        var stem = ApplicationRules.PublicIdFrom(name);
        var folded = Columns.Fold(stem);
        var taken = (await db.Of<Application>(tenant).Where(a => a.PublicIdFolded == folded || a.PublicIdFolded.StartsWith(folded + "-")).Select(a => a.PublicIdFolded).ToListAsync(ct)).ToHashSet();
        return !taken.Contains(folded) ? stem : Enumerable.Range(2, taken.Count + 1).Select(n => $"{stem}-{n}").First(id => !taken.Contains(Columns.Fold(id)));
    }

    private async Task<Refusal?> TakenField(string name, string publicId, long? except, TenantId tenant, CancellationToken ct)
    {
        var (nameFolded, idFolded) = (Columns.Fold(name), Columns.Fold(publicId));
        var clash = await db.Of<Application>(tenant).AsNoTracking().Where(a => (a.NameFolded == nameFolded || a.PublicIdFolded == idFolded) && a.Key != except).Select(a => a.NameFolded).FirstOrDefaultAsync(ct);
        return clash is null ? null : clash == nameFolded ? NameTaken("name", name) : NameTaken("publicId", publicId);
    }

    private static Refusal.Conflict NameTaken(string field, string value) => new("ALREADY_EXISTS", $"An application with the {(field == "name" ? "name" : "public id")} '{value}' already exists.");

    private async Task<Application> New(ApplicationDraft draft, string publicId, long organization, Caller caller, CancellationToken ct) => new()
    {
        TenantKey = caller.Tenant.Key,
        Key = await keys.Next<Application>(ct),
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OrganizationKey = organization,
        PublicId = publicId,
        PublicIdFolded = Columns.Fold(publicId),
        Name = draft.Name,
        NameFolded = Columns.Fold(draft.Name),
        Description = draft.Description,
        Contact = draft.Contact,
        DefaultBranch = draft.DefaultBranch,
        Labels = draft.Labels,
        Project = draft.Project,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };

    private ApplicationTag Tag(Application application, ApplicationCategory category) => new()
    {
        TenantKey = application.TenantKey,
        ApplicationKey = application.Key,
        CategoryKey = category.Key,
        Id = Guid.CreateVersion7(time.GetUtcNow()),
    };

    private static Happening Told(string type, Application application) =>
        new Happening(type, "application", application.PublicId) { ApplicationKey = application.Key }.With("application", application.Name);
}
