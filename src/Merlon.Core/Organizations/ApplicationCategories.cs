using System.Collections.Frozen;
using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Organizations;

/// <summary>What a category is asked to be.</summary>
public sealed record CategoryDraft(string? Name, string? Description, string? Color);

/// <summary>What can be done with the application categories of an organization.</summary>
public sealed class ApplicationCategories(MerlonDb db, IStorageEngine engine, Keys keys, Journal journal, TimeProvider time)
{
    private static readonly FrozenSet<string> Colors = FrozenSet.Create(
        "light-red", "light-green", "light-blue", "light-purple", "dark-red", "dark-green", "dark-blue", "dark-purple", "orange", "yellow");

    /// <summary>The categories that the organization itself defines, oldest first.</summary>
    public async Task<IReadOnlyList<ApplicationCategory>> Of(Organization organization, CancellationToken ct) =>
        await db.Of<ApplicationCategory>(new TenantId(organization.TenantKey, default)).Where(c => c.OrganizationKey == organization.Key).OrderBy(c => c.Key).ToListAsync(ct);

    /// <summary>The categories of many organizations at once, by organization key.</summary>
    public async Task<ILookup<long, ApplicationCategory>> OfAll(IReadOnlyList<Organization> organizations, Caller caller, CancellationToken ct)
    {
        var wanted = organizations.Select(o => o.Key).ToArray();
        return (await db.Of<ApplicationCategory>(caller.Tenant).Where(c => wanted.Contains(c.OrganizationKey)).OrderBy(c => c.Key).ToListAsync(ct)).ToLookup(c => c.OrganizationKey);
    }

    /// <summary>What the organization and those above it define, nearest first.</summary>
    public async Task<IReadOnlyList<(Organization Owner, IReadOnlyList<ApplicationCategory> Categories)>> Applicable(Organization organization, Caller caller, CancellationToken ct)
    {
        var above = (await OrganizationTree.Read(db, caller.Tenant, ct)).Above(organization.Key).ToArray();
        var owners = await db.Of<Organization>(caller.Tenant).Where(o => above.Contains(o.Key)).ToDictionaryAsync(o => o.Key, ct);
        var categories = await OfAll([.. owners.Values], caller, ct);
        return [.. above.Select(key => (owners[key], (IReadOnlyList<ApplicationCategory>)[.. categories[key]]))];
    }

    /// <summary>The links and categories of many applications at once, by application key.</summary>
    public async Task<ILookup<long, (ApplicationTag Link, ApplicationCategory Category)>> OnApplications(IReadOnlyList<Application> applications, Caller caller, CancellationToken ct)
    {
        var wanted = applications.Select(a => a.Key).ToArray();
        var rows = await db.Of<ApplicationTag>(caller.Tenant).Where(t => wanted.Contains(t.ApplicationKey))
            .Join(db.Of<ApplicationCategory>(caller.Tenant), t => t.CategoryKey, c => c.Key, (link, category) => new { link, category }).OrderBy(row => row.category.Key).ToListAsync(ct);
        return rows.ToLookup(row => row.link.ApplicationKey, row => (row.link, row.category));
    }

    /// <summary>Defines a category in the organization.</summary>
    public async Task<Outcome<ApplicationCategory>> Create(Organization organization, CategoryDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.OrganizationsUpdate, organization)) return new Refusal.Forbidden(Scope.OrganizationsUpdate);
        if (Check(draft) is { Length: > 0 } errors) return new Refusal.Invalid(errors);
        var category = new ApplicationCategory
        {
            TenantKey = caller.Tenant.Key,
            Key = await keys.Next<ApplicationCategory>(ct),
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OrganizationKey = organization.Key,
            Name = draft.Name!,
            NameFolded = Columns.Fold(draft.Name!),
            Description = draft.Description ?? "",
            Color = draft.Color!,
        };
        db.Add(category);
        return await Keep("Application Category Created", category, caller, ct);
    }

    /// <summary>Changes a category of the organization.</summary>
    public async Task<Outcome<ApplicationCategory>> Change(Organization organization, Guid id, CategoryDraft draft, Caller caller, CancellationToken ct)
    {
        if (await Find(organization, id, ct) is not { } category) return new Refusal.NotFound("application category");
        if (!caller.May(Scope.OrganizationsUpdate, organization)) return new Refusal.Forbidden(Scope.OrganizationsUpdate);
        if (Check(draft) is { Length: > 0 } errors) return new Refusal.Invalid(errors);
        (category.Name, category.NameFolded, category.Description, category.Color) = (draft.Name!, Columns.Fold(draft.Name!), draft.Description ?? "", draft.Color!);
        return await Keep("Application Category Changed", category, caller, ct);
    }

    /// <summary>Deletes a category of the organization and takes it off every application.</summary>
    public async Task<Outcome<Done>> Delete(Organization organization, Guid id, Caller caller, CancellationToken ct)
    {
        if (await Find(organization, id, ct) is not { } category) return new Refusal.NotFound("application category");
        if (!caller.May(Scope.OrganizationsUpdate, organization)) return new Refusal.Forbidden(Scope.OrganizationsUpdate);
        db.RemoveRange(await db.Of<ApplicationTag>(caller.Tenant).Where(t => t.CategoryKey == category.Key).ToListAsync(ct));
        db.Remove(category);
        return (await Keep("Application Category Deleted", category, caller, ct)).Map(_ => Done.It);
    }

    private Task<ApplicationCategory?> Find(Organization organization, Guid id, CancellationToken ct) =>
        db.Of<ApplicationCategory>(new TenantId(organization.TenantKey, default)).SingleOrDefaultAsync(c => c.Id == id && c.OrganizationKey == organization.Key, ct);

    private async Task<Outcome<ApplicationCategory>> Keep(string told, ApplicationCategory category, Caller caller, CancellationToken ct)
    {
        await journal.Tell(caller, new Happening(told, "application_category", category.Id.ToString("N")).With("category", category.Name), ct);
        return await db.TryCommit(engine, ct) == Commit.Done ? category : new Refusal.Conflict("ALREADY_EXISTS", $"The organization already has a category named '{category.Name}'.");
    }

    private static ImmutableArray<FieldError> Check(CategoryDraft draft)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Length > ApplicationRules.MaxLength) errors.Add(new("name", $"A name of 1 to {ApplicationRules.MaxLength} characters is required."));
        if (draft.Description is { Length: > 4000 }) errors.Add(new("description", "At most 4000 characters are allowed."));
        if (draft.Color is null || !Colors.Contains(draft.Color)) errors.Add(new("color", $"Use one of {string.Join(", ", Colors.Order())}."));
        return errors.ToImmutable();
    }
}
