using Merlon.Core.Environments;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Nodes;

/// <summary>What can be done with nodes. Scanning them is <see cref="NodeScans"/>' business.</summary>
public sealed class NodeRegister(MerlonDb db, IStorageEngine engine, Keys keys, Journal journal, EnvironmentMembers members, NodeChanges changes, TimeProvider time)
{
    private static readonly Refusal.NotFound NotFound = new("node");

    /// <summary>A page of the nodes that the caller may see, oldest first.</summary>
    public async Task<IReadOnlyList<Node>> List(NodeFilter filter, NumberedPage page, Caller caller, CancellationToken ct) =>
        await page.Of(filter.Of(Within(Scope.NodesRead, caller)).AsNoTracking().OrderBy(n => n.Key)).ToListAsync(ct);

    /// <summary>The node with this key, if the caller may see it.</summary>
    public async Task<Outcome<Node>> Find(long key, Caller caller, CancellationToken ct) =>
        await Within(Scope.NodesRead, caller).Live().SingleOrDefaultAsync(n => n.Key == key, ct) is { } node ? node : NotFound;

    /// <summary>The oldest node that the look-up fits.</summary>
    public async Task<Outcome<Node>> Find(NodeLookup lookup, Caller caller, CancellationToken ct)
    {
        if (lookup.IsEmpty) return new Refusal.Invalid("", "Look a node up by name, by external_id, or by ssh_hostname and ssh_username.");
        return await lookup.Of(Within(Scope.NodesRead, caller).Live()).OrderBy(n => n.Key).FirstOrDefaultAsync(ct) is { } node ? node : NotFound;
    }

    /// <summary>Counts the nodes that the caller may see, in one environment or in all.</summary>
    public async Task<NodeCounts> Count(long? environment, Caller caller, CancellationToken ct)
    {
        var groups = await new NodeFilter { EnvironmentKey = environment }.Of(Within(Scope.NodesRead, caller))
            .GroupBy(n => new { n.Status, n.LastScanStatus }).Select(g => new { g.Key.Status, g.Key.LastScanStatus, Count = g.LongCount() }).ToListAsync(ct);
        return new NodeCounts(
            groups.Sum(g => g.Count),
            groups.Where(g => g.LastScanStatus is { } last && NodeScanStatuses.Failures.Contains(last)).Sum(g => g.Count),
            groups.Where(g => g.Status == NodeStatus.Detected).Sum(g => g.Count));
    }

    /// <summary>Makes a node; one that names no environment goes where the rules of environments send it.</summary>
    public async Task<Outcome<Node>> Create(NodeDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.MayAnywhere(Scope.NodesWrite)) return new Refusal.Forbidden(Scope.NodesWrite);
        if (NodeRules.CheckNew(draft) is { Length: > 0 } errors) return new Refusal.Invalid(errors);
        var home = draft.EnvironmentKey is { Value: { } named } ? named : (await members.For(draft.Name!.Value.Value, caller.Tenant, ct)).Key;
        if (!caller.May(Scope.NodesWrite, new Placement(Environment: home))) return new Refusal.Forbidden(Scope.NodesWrite);
        if (!await Exists(home, caller, ct)) return NoEnvironment(home);

        var node = New(await keys.Next<Node>(ct), home, caller);
        changes.Apply(draft with { EnvironmentKey = null }, node, caller);
        db.Add(node);
        return await Keep(node, "Node Created", caller, ct);
    }

    /// <summary>Changes what the draft names.</summary>
    public async Task<Outcome<Node>> Change(Node node, NodeDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.NodesWrite, node)) return new Refusal.Forbidden(Scope.NodesWrite);
        if (NodeRules.Check(draft) is { Length: > 0 } errors) return new Refusal.Invalid(errors);
        if (draft.EnvironmentKey is { Value: { } home } && home != node.EnvironmentKey)
        {
            if (!await Exists(home, caller, ct)) return NoEnvironment(home);
            if (!caller.May(Scope.NodesWrite, new Placement(Environment: home))) return new Refusal.Forbidden(Scope.NodesWrite);
        }
        changes.Apply(draft, node, caller);
        return await Keep(node, "Node Updated", caller, ct);
    }

    /// <summary>Gives a node up: it is no longer shown or scanned.</summary>
    public async Task<Outcome<Node>> Delete(Node node, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.NodesWrite, node)) return new Refusal.Forbidden(Scope.NodesWrite);
        (node.Status, node.UpdatedAt, node.UpdatedBy) = (NodeStatus.Deleted, time.GetUtcNow(), caller.User);
        // Write-only secrets of what is not looked at any more are worth nothing to us.
        (node.ProtectedMediumPassword, node.ProtectedAlternatePassword) = (null, null);
        return await Keep(node, "Node Deleted", caller, ct);
    }

    private static Refusal.Invalid NoEnvironment(long key) => new("environment_id", $"There is no environment {key}.");

    private Task<bool> Exists(long environment, Caller caller, CancellationToken ct) => db.Of<Environments.Environment>(caller.Tenant).AnyAsync(e => e.Key == environment, ct);

    private IQueryable<Node> Within(Scope scope, Caller caller) => db.Of<Node>(caller.Tenant).Within(caller.Reach(scope));

    private async Task<Outcome<Node>> Keep(Node node, string told, Caller caller, CancellationToken ct)
    {
        await journal.Tell(caller, node.Told(told), ct);
        return await db.TryCommit(engine, ct) == Commit.Done ? node : NotFound;
    }

    private Node New(long key, long environment, Caller caller) => new()
    {
        TenantKey = caller.Tenant.Key,
        Key = key,
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Name = "",
        NameFolded = "",
        NodeType = NodeCodes.Server,
        EnvironmentKey = environment,
        CreatedBy = caller.User,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };
}
