using System.Collections.Immutable;

namespace Merlon.Core.Identity;

/// <summary>
/// Who asks, in which tenant, and what they may do there. Made once per request by authentication; nothing below ever asks
/// for "the current user" from anywhere else.
/// </summary>
public sealed record Caller
{
    /// <summary>The tenant that every query of this request is bound to.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The user's key; null for a token that acts by a role alone, and for the system itself.</summary>
    public long? User { get; init; }

    /// <summary>The login, or the label of a token that has no user; shown in events and the audit log.</summary>
    public required string Name { get; init; }

    /// <summary>The key of the access token used, if one was.</summary>
    public long? Token { get; init; }

    /// <summary>The address the request came from; null for the system.</summary>
    public string? Address { get; init; }

    /// <summary>The id of the request, for the audit log.</summary>
    public string? Request { get; init; }

    /// <summary>For each scope held anywhere in the tenant: where.</summary>
    public required ImmutableDictionary<Scope, Reach> Grants { get; init; }

    /// <summary>Where <paramref name="scope"/> holds; queries start from it.</summary>
    public Reach Reach(Scope scope) => Grants.GetValueOrDefault(scope, Identity.Reach.Nothing);

    /// <summary>True when the scope holds anywhere: what an endpoint asks before it looks at a resource.</summary>
    public bool MayAnywhere(Scope scope) => Grants.ContainsKey(scope);

    /// <summary>True when the scope holds for the whole tenant.</summary>
    public bool May(Scope scope) => Reach(scope).Everywhere;

    /// <summary>The decision, on the loaded resource.</summary>
    public bool May(Scope scope, IPlaced resource) => May(scope, resource.Placement);

    /// <inheritdoc cref="May(Scope, IPlaced)"/>
    public bool May(Scope scope, Placement at)
    {
        var reach = Reach(scope);
        return reach.Everywhere
            || (at.Organization is { } organization && reach.Organizations.Contains(organization))
            || (at.Application is { } application && reach.Applications.Contains(application))
            || (at.Environment is { } environment && reach.Environments.Contains(environment))
            || (!at.NodeGroups.IsDefaultOrEmpty && at.NodeGroups.Any(reach.NodeGroups.Contains));
    }

    /// <summary>The names of all scopes that hold there; for the tenant as a whole those that hold everywhere in it.</summary>
    public ImmutableArray<string> ScopesAt(Placement at) => [.. Grants.Keys.Where(scope => May(scope, at)).Select(scope => scope.Name).Order(StringComparer.Ordinal)];

    /// <summary>The server itself acting in a tenant: jobs, schedules, the command line on the machine.</summary>
    public static Caller System(TenantId tenant) => new()
    {
        Tenant = tenant,
        Name = "system",
        Grants = Scope.All.Values.ToImmutableDictionary(scope => scope, _ => Identity.Reach.Tenant),
    };
}

/// <summary>A tenant's two renderings: the number (key of its root organization) and the Guid.</summary>
public readonly record struct TenantId(long Key, Guid Id);
