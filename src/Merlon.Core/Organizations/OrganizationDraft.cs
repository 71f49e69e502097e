namespace Merlon.Core.Organizations;

/// <summary>What a new organization is asked to be.</summary>
/// <param name="Name">Unique in the tenant, compared folded.</param>
/// <param name="Parent">Where it goes.</param>
public sealed record OrganizationDraft(string? Name, OrganizationId Parent);

/// <summary>Names an organization: the tenant's root, whatever its Guid, or one by Guid.</summary>
/// <param name="Id">The Guid; null names the root.</param>
public readonly record struct OrganizationId(Guid? Id)
{
    /// <summary>The tenant's root.</summary>
    public static OrganizationId Root => default;
}
