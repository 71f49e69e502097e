namespace Merlon.Core.Nodes;

/// <summary>How many nodes there are, how many of them could not be scanned, and how many nobody has taken on yet.</summary>
public readonly record struct NodeCounts(long Total, long Failed, long Unmanaged);
