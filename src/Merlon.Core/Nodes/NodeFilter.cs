using System.Collections.Immutable;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;

namespace Merlon.Core.Nodes;

/// <summary>Which nodes to list. What is null does not filter; deleted ones are listed only when asked for.</summary>
public sealed record NodeFilter
{
    /// <summary>Part of the name, in any case.</summary>
    public string? Name { get; init; }

    /// <summary>Part of the external id, in any case.</summary>
    public string? ExternalId { get; init; }
    public NodeStatus? Status { get; init; }
    public ImmutableArray<NodeScanStatus> LastScan { get; init; } = [];
    public long? EnvironmentKey { get; init; }

    internal IQueryable<Node> Of(IQueryable<Node> nodes)
    {
        nodes = Status is { } status ? nodes.Where(n => n.Status == status) : nodes.Live();
        if (!LastScan.IsDefaultOrEmpty)
        {
            var wanted = LastScan.Select(s => (NodeScanStatus?)s).ToList();
            nodes = nodes.Where(n => wanted.Contains(n.LastScanStatus));
        }
        if (EnvironmentKey is { } environment) nodes = nodes.Where(n => n.EnvironmentKey == environment);
        if (Name is { Length: > 0 } && Columns.Fold(Name) is var name) nodes = nodes.Where(n => n.NameFolded.Contains(name));
        if (ExternalId is { Length: > 0 } && Columns.Fold(ExternalId) is var external) nodes = nodes.Where(n => n.ExternalIdFolded!.Contains(external));
        return nodes;
    }
}

/// <summary>Finds one node by what its owner calls it: by name, by external id, or by the way to it.</summary>
public sealed record NodeLookup
{
    public string? Name { get; init; }
    public string? ExternalId { get; init; }
    public string? SshHostName { get; init; }
    public string? SshUserName { get; init; }
    public int SshPort { get; init; } = 22;

    /// <summary>True when it says nothing that a node could be found by.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Name) && string.IsNullOrEmpty(ExternalId) && string.IsNullOrEmpty(SshHostName);

    internal IQueryable<Node> Of(IQueryable<Node> nodes)
    {
        if (Name is { Length: > 0 } && Columns.Fold(Name.Trim()) is var name) nodes = nodes.Where(n => n.NameFolded == name);
        if (ExternalId is { Length: > 0 } && Columns.Fold(ExternalId.Trim()) is var external) nodes = nodes.Where(n => n.ExternalIdFolded == external);
        if (SshHostName is { Length: > 0 }) nodes = nodes.Where(n => n.MediumHostName == SshHostName && (n.MediumPort ?? 22) == SshPort);
        if (SshHostName is { Length: > 0 } && SshUserName is { Length: > 0 }) nodes = nodes.Where(n => n.MediumUserName == SshUserName);
        return nodes;
    }
}
