using System.Collections.Immutable;
using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Identity;

/// <summary>Works out where in a tenant each scope holds for a user or a token.</summary>
public sealed class Grants(MerlonDb db)
{
    /// <summary>A token without a user has its role everywhere; with one, the user's grants, narrowed to the token's role if it has one.</summary>
    public async Task<ImmutableDictionary<Scope, Reach>> Of(TenantId tenant, User? user, AccessToken? token, CancellationToken ct)
    {
        var role = token?.RoleId is { } id ? BuiltInRoles.Find(id) : null;
        if (user is null) return (role?.Scopes ?? []).ToImmutableDictionary(scope => scope, _ => Reach.Tenant);
        var held = await OfUser(tenant, user, ct);
        return role is null ? held : held.Where(grant => role.Scopes.Contains(grant.Key)).ToImmutableDictionary();
    }

    private async Task<ImmutableDictionary<Scope, Reach>> OfUser(TenantId tenant, User user, CancellationToken ct)
    {
        var assignments = await db.Of<RoleAssignment>(tenant).AsNoTracking()
            .Where(a => a.MemberKind == MemberKind.User && a.Member == user.LoginFolded).ToListAsync(ct);
        var tree = assignments.Exists(a => a.Level == RoleLevel.Organization && a.ResourceKey != tenant.Key) ? await OrganizationTree.Read(db, tenant, ct) : null;
        var held = ImmutableDictionary.CreateBuilder<Scope, Reach>();
        foreach (var assignment in assignments)
        {
            var reach = ReachOf(assignment, tenant, tree);
            foreach (var scope in BuiltInRoles.Find(assignment.RoleId)?.Scopes ?? [])
                held[scope] = held.TryGetValue(scope, out var before) ? before.Union(reach) : reach;
        }
        return held.ToImmutable();
    }

    private static Reach ReachOf(RoleAssignment assignment, TenantId tenant, OrganizationTree? tree) => assignment.Level switch
    {
        RoleLevel.Tenant => Reach.Tenant,
        RoleLevel.Organization when assignment.ResourceKey == tenant.Key => Reach.Tenant,
        RoleLevel.Organization => Reach.Nothing with { Organizations = tree!.Below(assignment.ResourceKey) },
        RoleLevel.Application => Reach.Nothing with { Applications = [assignment.ResourceKey] },
        RoleLevel.Environment => Reach.Nothing with { Environments = [assignment.ResourceKey] },
        _ => Reach.Nothing with { NodeGroups = [assignment.ResourceKey] },
    };
}
