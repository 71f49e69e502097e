using Merlon.Core.Organizations;
using Merlon.Server.Apis.Wire;

namespace Merlon.Server.Apis.Iq;

/// <summary>How organizations are named on this wire: the root by a fixed word, the others by 32 hex digits.</summary>
static class IqIds
{
    /// <summary>The root, as its tenant's users see it.</summary>
    public const string Root = "ROOT_ORGANIZATION_ID";

    /// <summary>The organization's id on the wire.</summary>
    public static string Of(Organization organization) => organization.IsRoot ? Root : organization.Id.ToString("N");

    /// <summary>Reads an organization's id; null when the text cannot be one.</summary>
    public static OrganizationId? Read(string? text) =>
        text == Root ? OrganizationId.Root : Guid.TryParseExact(text, "N", out var id) ? new OrganizationId(id) : null;
}

/// <summary>An organization's id in a path.</summary>
readonly record struct OrganizationPathId(OrganizationId Value, string Text, bool Malformed) : IPathId
{
    /// <summary>Binds any text; <see cref="Malformed"/> tells whether it can be an id.</summary>
    public static bool TryParse(string text, out OrganizationPathId id)
    {
        id = IqIds.Read(text) is { } value ? new(value, text, false) : new(default, text, true);
        return true;
    }
}
