using System.Collections.Immutable;

namespace Merlon.Nodes.Snapshots;

/// <summary>What changed from one snapshot to another.</summary>
public sealed class SnapshotDiff
{
    readonly SnapshotReader before;
    readonly SnapshotReader after;

    SnapshotDiff(SnapshotReader before, SnapshotReader after, ImmutableArray<string> notCompared) =>
        (this.before, this.after, NotCompared) = (before, after, notCompared);

    /// <summary>Sections that one of the snapshots has not seen whole: they say nothing about what was added or removed.</summary>
    public ImmutableArray<string> NotCompared { get; }

    /// <summary>Compares two snapshots. A section that only one of them has counts as added or removed, item by item.</summary>
    public static SnapshotDiff Compare(SnapshotReader before, SnapshotReader after) =>
        new(before, after, new SnapshotMerge([before, after], differencesOnly: true).Incomplete);

    /// <summary>The changes in the order of their paths, found while they are enumerated; nothing is kept.</summary>
    /// <exception cref="SnapshotCorruptException">A snapshot is damaged where they differ.</exception>
    public IEnumerable<ItemChange> Changes()
    {
        var merge = new SnapshotMerge([before, after], differencesOnly: true);
        while (merge.MoveNext())
        {
            if (merge.Has(0) && merge.Has(1) && merge.Same(0, 1)) continue;
            yield return new ItemChange(
                merge.Path,
                merge.Has(0) ? merge.Attributes(0) : null,
                merge.Has(1) ? merge.Attributes(1) : null);
        }
    }
}
