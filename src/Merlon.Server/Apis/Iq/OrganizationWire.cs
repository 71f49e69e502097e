using Merlon.Core.Organizations;
using Merlon.Core.Outcomes;

namespace Merlon.Server.Apis.Iq;

/// <summary>An organization with the categories it defines.</summary>
sealed record OrganizationWire(string Id, string Name, string? ParentOrganizationId, IReadOnlyList<OrganizationTagWire> Tags);

/// <summary>A category inside its organization.</summary>
sealed record OrganizationTagWire(Guid Id, string Name, string Description, string Color);

/// <summary>A list of organizations.</summary>
sealed record OrganizationListWire(IReadOnlyList<OrganizationWire> Organizations)
{
    public static OrganizationListWire From(IReadOnlyList<Organization> organizations, IReadOnlyDictionary<long, Organization> parents, ILookup<long, ApplicationCategory> categories) =>
        new([.. organizations.Select(o => new OrganizationWire(
            IqIds.Of(o),
            o.Name,
            o.ParentKey is { } parent ? IqIds.Of(parents[parent]) : null,
            [.. categories[o.Key].Select(c => new OrganizationTagWire(c.Id, c.Name, c.Description, c.Color))]))]);
}

/// <summary>The body of a creation; the parent is the root when absent.</summary>
sealed record OrganizationBody(string? Name, string? ParentOrganizationId)
{
    public Outcome<OrganizationDraft> ToDraft() =>
        IqIds.Read(ParentOrganizationId ?? IqIds.Root) is { } parent
            ? new OrganizationDraft(Name, parent)
            : new Refusal.Invalid("parentOrganizationId", "The id of an organization is 32 hex digits, or ROOT_ORGANIZATION_ID.");
}

/// <summary>A category with its owner; an owner that the caller does not see is still named by its id.</summary>
sealed record CategoryWire(Guid Id, string Name, string Description, string? OrganizationId, string Color)
{
    public static CategoryWire From(ApplicationCategory category, Organization? owner) => new(category.Id, category.Name, category.Description, owner is null ? null : IqIds.Of(owner), category.Color);

    public static IReadOnlyList<CategoryWire> From(IReadOnlyList<ApplicationCategory> categories, Organization owner) => [.. categories.Select(c => From(c, owner))];
}

/// <summary>The body of a category; the id only in a change.</summary>
sealed record CategoryBody(Guid? Id, string? Name, string? Description, string? Color)
{
    public CategoryDraft ToDraft() => new(Name, Description, Color);
}

/// <summary>The categories that hold for an organization, nearest owner first.</summary>
sealed record ApplicableCategoriesWire(IReadOnlyList<CategoriesByOwnerWire> ApplicationCategoriesByOwner)
{
    public static ApplicableCategoriesWire From(IReadOnlyList<(Organization Owner, IReadOnlyList<ApplicationCategory> Categories)> applicable) =>
        new([.. applicable.Select(row => new CategoriesByOwnerWire(IqIds.Of(row.Owner), row.Owner.Name, "ORGANIZATION", CategoryWire.From(row.Categories, row.Owner)))]);
}

/// <summary>What one organization defines.</summary>
sealed record CategoriesByOwnerWire(string OwnerId, string OwnerName, string OwnerType, IReadOnlyList<CategoryWire> ApplicationCategories);
