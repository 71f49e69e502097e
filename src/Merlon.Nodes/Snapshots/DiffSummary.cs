namespace Merlon.Nodes.Snapshots;

/// <summary>How many items changed, and how.</summary>
public readonly record struct DiffSummary(long Added, long Removed, long Modified)
{
    public long Total => Added + Removed + Modified;

    public DiffSummary With(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => this with { Added = Added + 1 },
        ChangeKind.Removed => this with { Removed = Removed + 1 },
        _ => this with { Modified = Modified + 1 },
    };

    public static DiffSummary Of(IEnumerable<ItemChange> changes) =>
        changes.Aggregate(default(DiffSummary), (sum, change) => sum.With(change.Kind));
}
