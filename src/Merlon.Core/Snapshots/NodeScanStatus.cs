using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Merlon.Core.Snapshots;

/// <summary>Where the scan of a node stands. The numbers are those that the node scan API shows for scans and tasks.</summary>
public enum NodeScanStatus
{
    /// <summary>Waits for a worker.</summary>
    Pending = 0,
    Processing = 1,
    Success = 2,

    /// <summary>Handed to an agent or connection manager, which has not begun.</summary>
    Assigned = 3,

    /// <summary>Looked at by somebody since it failed; of nodes only.</summary>
    Actioned = 5,

    /// <summary>The node was reached and could not be looked at.</summary>
    Failure = 9,

    /// <summary>The node could not be reached.</summary>
    Offline = 10,
    Cancelled = 20,
    Timeout = 55,

    /// <summary>It cannot be done as it was asked for: another attempt would end the same way.</summary>
    Error = 88,

    /// <summary>Something broke on our side.</summary>
    Exception = 99,
}

/// <summary>Words about statuses.</summary>
public static class NodeScanStatuses
{
    /// <summary>Those that mean that a node was not seen: what a filter for all failures asks for.</summary>
    public static ImmutableArray<NodeScanStatus> Failures { get; } = [NodeScanStatus.Failure, NodeScanStatus.Offline, NodeScanStatus.Timeout, NodeScanStatus.Error, NodeScanStatus.Exception];

    private static readonly FrozenDictionary<string, NodeScanStatus> ByWord = Enum.GetValues<NodeScanStatus>().ToFrozenDictionary(Word);

    /// <summary>True when nothing more happens to the scan.</summary>
    public static bool IsFinal(this NodeScanStatus status) => status is not (NodeScanStatus.Pending or NodeScanStatus.Processing or NodeScanStatus.Assigned);

    /// <summary>The status as the API spells it: <c>success</c>.</summary>
    public static string Word(this NodeScanStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>The status of a word, or null.</summary>
    public static NodeScanStatus? Find(string word) => ByWord.TryGetValue(word.ToLowerInvariant(), out var status) ? status : null;
}
