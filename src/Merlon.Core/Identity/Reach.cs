using System.Collections.Immutable;

namespace Merlon.Core.Identity;

/// <summary>Where in a tenant a scope holds for a caller. Organizations are already expanded down the tree.</summary>
/// <param name="Everywhere">The whole tenant; the sets are then not looked at.</param>
public sealed record Reach(
    bool Everywhere,
    ImmutableHashSet<long> Organizations,
    ImmutableHashSet<long> Applications,
    ImmutableHashSet<long> Environments,
    ImmutableHashSet<long> NodeGroups)
{
    /// <summary>Nothing at all.</summary>
    public static readonly Reach Nothing = new(false, [], [], [], []);

    /// <summary>The whole tenant.</summary>
    public static readonly Reach Tenant = Nothing with { Everywhere = true };

    /// <summary>Both together: roles are additive.</summary>
    public Reach Union(Reach other) => Everywhere || other.Everywhere
        ? Tenant
        : new(false, Organizations.Union(other.Organizations), Applications.Union(other.Applications),
            Environments.Union(other.Environments), NodeGroups.Union(other.NodeGroups));

    /// <summary>True when it holds nowhere.</summary>
    public bool IsEmpty => !Everywhere && Organizations.IsEmpty && Applications.IsEmpty && Environments.IsEmpty && NodeGroups.IsEmpty;
}

/// <summary>Where a resource stands in its tenant, so that one place can decide who may do what to it. Absent levels are null.</summary>
public readonly record struct Placement(long? Organization = null, long? Application = null, long? Environment = null, ImmutableArray<long> NodeGroups = default);

/// <summary>A resource whose placement decides who may see and change it.</summary>
public interface IPlaced
{
    /// <summary>Where it stands; a resource that belongs to the tenant as a whole has an empty placement.</summary>
    Placement Placement { get; }
}
