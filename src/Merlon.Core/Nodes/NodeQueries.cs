using Merlon.Core.Identity;

namespace Merlon.Core.Nodes;

/// <summary>What every query of nodes is built from.</summary>
internal static class NodeQueries
{
    /// <summary>Those that are not deleted.</summary>
    public static IQueryable<Node> Live(this IQueryable<Node> nodes) => nodes.Where(n => n.Status != NodeStatus.Deleted);

    /// <summary>Those that a scope holds for.</summary>
    public static IQueryable<Node> Within(this IQueryable<Node> nodes, Reach reach) => reach.Everywhere ? nodes : nodes.Where(n => reach.Environments.Contains(n.EnvironmentKey));
}
