using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Organizations;

/// <summary>The parent links of one tenant's organizations, read in one query: who stands above and below whom.</summary>
public sealed class OrganizationTree
{
    private readonly ILookup<long, long> _children;
    private readonly Dictionary<long, long?> _parents;

    private OrganizationTree(Dictionary<long, long?> parents)
    {
        _parents = parents;
        _children = parents.Where(link => link.Value is not null).ToLookup(link => link.Value!.Value, link => link.Key);
    }

    /// <summary>Reads the tree of a tenant.</summary>
    public static async Task<OrganizationTree> Read(MerlonDb db, TenantId tenant, CancellationToken ct) =>
        new(await db.Of<Organization>(tenant).Select(o => new { o.Key, o.ParentKey }).ToDictionaryAsync(o => o.Key, o => o.ParentKey, ct));

    /// <summary>The organization itself and everything below it.</summary>
    public ImmutableHashSet<long> Below(long organization)
    {
        var below = ImmutableHashSet.CreateBuilder<long>();
        var pending = new Stack<long>([organization]);
        while (pending.TryPop(out var key))
        {
            if (below.Add(key))
                foreach (var child in _children[key]) pending.Push(child);
        }
        return below.ToImmutable();
    }

    /// <summary>The organization itself and everything above it, nearest first, the root last.</summary>
    public IEnumerable<long> Above(long organization)
    {
        for (long? key = organization; key is { } at; key = _parents.GetValueOrDefault(at)) yield return at;
    }
}
