namespace Merlon.Nodes.Snapshots;

/// <summary>What happened to a configuration item between two snapshots.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Modified,
}

/// <summary>One attribute that differs; null on the side that does not have it.</summary>
public readonly record struct AttributeChange(string Name, Scalar? Old, Scalar? New);

/// <summary>
/// A difference between two snapshots. <paramref name="Old"/> is null for an added item, <paramref name="New"/> for a
/// removed one; else they are all attributes, changed or not. Never both null, never equal.
/// </summary>
public sealed record ItemChange(ItemPath Path, ItemAttributes? Old, ItemAttributes? New)
{
    public ChangeKind Kind => Old is null ? ChangeKind.Added : New is null ? ChangeKind.Removed : ChangeKind.Modified;

    /// <summary>The attributes that differ, by name.</summary>
    public IEnumerable<AttributeChange> Attributes()
    {
        var names = (Old ?? ItemAttributes.Empty).Select(a => a.Name).Union((New ?? ItemAttributes.Empty).Select(a => a.Name));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var change = new AttributeChange(name, Old?[name], New?[name]);
            if (change.Old != change.New) yield return change;
        }
    }
}
