using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Merlon.Nodes.Snapshots;

/// <summary>One value of an attribute and the snapshots, by index, that have it.</summary>
public sealed record GroupValue(Scalar Value, ImmutableArray<int> Snapshots);

/// <summary>An attribute over all snapshots; values in the order in which they first occur.</summary>
public sealed record GroupAttribute(string Name, ImmutableArray<GroupValue> Values);

/// <summary>
/// A configuration item over all snapshots. <paramref name="Consensus"/> is the share of snapshots, 0 to 1, that agree with
/// the commonest form of the item (not having it is a form); 1 means no difference.
/// </summary>
public sealed record GroupItem(ItemPath Path, ImmutableArray<int> MissingIn, ImmutableArray<GroupAttribute> Attributes, double Consensus)
{
    public bool Differs => Consensus < 1;
}

/// <summary>Many snapshots side by side.</summary>
public sealed class GroupDiff
{
    readonly IReadOnlyList<SnapshotReader> snapshots;

    GroupDiff(IReadOnlyList<SnapshotReader> snapshots, ImmutableArray<string> notCompared) =>
        (this.snapshots, NotCompared) = (snapshots, notCompared);

    public int Width => snapshots.Count;

    /// <summary>Sections that one of the snapshots has not seen whole.</summary>
    public ImmutableArray<string> NotCompared { get; }

    /// <summary>A digest of what is compared, in this order, as hexadecimal text: the same group of the same scans has the same.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData([.. snapshots.SelectMany(s => s.Digest)]));

    public static GroupDiff Of(IReadOnlyList<SnapshotReader> snapshots) =>
        new(snapshots, new SnapshotMerge(snapshots, differencesOnly: true).Incomplete);

    /// <summary>The items in path order; only those that differ somewhere when asked so, which passes over equal parts unread.</summary>
    public IEnumerable<GroupItem> Items(bool differencesOnly)
    {
        var merge = new SnapshotMerge(snapshots, differencesOnly);
        while (merge.MoveNext())
        {
            var item = Row(merge);
            if (item.Differs || !differencesOnly) yield return item;
        }
    }

    static GroupItem Row(SnapshotMerge merge)
    {
        var forms = new Dictionary<ItemAttributes, int>();
        var missing = ImmutableArray.CreateBuilder<int>();
        var values = new SortedDictionary<string, List<(Scalar Value, List<int> Snapshots)>>(StringComparer.Ordinal);
        for (var i = 0; i < merge.Width; i++)
        {
            if (!merge.Has(i))
            {
                missing.Add(i);
                continue;
            }

            var attributes = merge.Attributes(i);
            forms[attributes] = forms.GetValueOrDefault(attributes) + 1;
            foreach (var (name, value) in attributes) Note(values, name, value, i);
        }

        var agreeing = Math.Max(missing.Count, forms.Values.Max());
        return new GroupItem(merge.Path, missing.ToImmutable(), [.. values.Select(Attribute)], (double)agreeing / merge.Width);
    }

    static void Note(SortedDictionary<string, List<(Scalar Value, List<int> Snapshots)>> values, string name, Scalar value, int index)
    {
        if (!values.TryGetValue(name, out var known)) values[name] = known = [];
        var at = known.FindIndex(v => v.Value == value);
        if (at < 0) known.Add((value, [index]));
        else known[at].Snapshots.Add(index);
    }

    static GroupAttribute Attribute(KeyValuePair<string, List<(Scalar Value, List<int> Snapshots)>> attribute) =>
        new(attribute.Key, [.. attribute.Value.Select(v => new GroupValue(v.Value, [.. v.Snapshots]))]);
}
