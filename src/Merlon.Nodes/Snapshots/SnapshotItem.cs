namespace Merlon.Nodes.Snapshots;

/// <summary>A configuration item (CI): where it stands and what is known of it. Written as JSON: <c>{"Path": [..], "Attributes": {..}}</c>.</summary>
public sealed record SnapshotItem(ItemPath Path, ItemAttributes Attributes);
