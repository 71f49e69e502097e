using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Environments;

/// <summary>Which nodes are in which environment.</summary>
public sealed class EnvironmentMembers(MerlonDb db)
{
    private const int Batch = 500;

    /// <summary>The environment of a new node that names none: the lightest whose rules match its name, else the default.</summary>
    public async Task<Environment> For(string nodeName, TenantId tenant, CancellationToken ct)
    {
        var ruled = await db.Of<Environment>(tenant).AsNoTracking().Where(e => e.NodeRules != "").OrderBy(e => e.Weight).ThenBy(e => e.Key).ToListAsync(ct);
        return ruled.Find(e => NodeNamePatterns.TryRead(e.NodeRules, out var rules, out _) && rules.Match(nodeName)) ?? await Default(tenant, ct);
    }

    /// <summary>The tenant's default environment.</summary>
    public Task<Environment> Default(TenantId tenant, CancellationToken ct) => db.Of<Environment>(tenant).AsNoTracking().SingleAsync(e => e.IsDefault, ct);

    /// <summary>The nodes elsewhere that match the environment's rules and that the caller may move.</summary>
    internal async Task<IReadOnlyList<long>> Joining(Environment environment, Caller caller, CancellationToken ct)
    {
        var joining = new List<long>();
        if (!NodeNamePatterns.TryRead(environment.NodeRules, out var rules, out _) || rules.IsEmpty) return joining;
        var elsewhere = db.Of<Node>(caller.Tenant).Live().Within(caller.Reach(Scope.NodesWrite)).Where(n => n.EnvironmentKey != environment.Key).Select(n => new { n.Key, n.Name });
        await foreach (var node in elsewhere.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (rules.Match(node.Name)) joining.Add(node.Key);
        }
        return joining;
    }

    /// <summary>Moves nodes; part of the caller's transaction.</summary>
    internal async Task Move(IReadOnlyList<long> nodes, Environment to, TenantId tenant, CancellationToken ct)
    {
        foreach (var batch in nodes.Chunk(Batch))
            await db.Of<Node>(tenant).Where(n => batch.Contains(n.Key)).ExecuteUpdateAsync(set => set.SetProperty(n => n.EnvironmentKey, to.Key), ct);
    }

    /// <summary>Empties an environment into the default one and lets deployments that name it name none; part of the caller's transaction.</summary>
    internal async Task Leave(Environment environment, Environment to, TenantId tenant, CancellationToken ct)
    {
        await db.Of<Node>(tenant).Where(n => n.EnvironmentKey == environment.Key).ExecuteUpdateAsync(set => set.SetProperty(n => n.EnvironmentKey, to.Key), ct);
        await db.Of<Deployments.Deployment>(tenant).Where(d => d.EnvironmentKey == environment.Key).ExecuteUpdateAsync(set => set.SetProperty(d => d.EnvironmentKey, (long?)null), ct);
    }
}
