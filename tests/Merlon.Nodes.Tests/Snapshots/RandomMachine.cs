using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Tests.Snapshots;

/// <summary>Machines made up from a seed: odd names, empty items, every kind of scalar, paths of uneven depth.</summary>
sealed class RandomMachine(int seed)
{
    static readonly string[] Names = ["a", "b", "aa", "ab", "a/b", "", "ü", "\U0001F600", "￿", "*", " ", "etc", "lib64"];
    uint state = (uint)seed * 2654435761u + 1;

    public Dictionary<ItemPath, SnapshotItem> Items(int count)
    {
        var items = new Dictionary<ItemPath, SnapshotItem>();
        while (items.Count < count)
        {
            var path = ItemPath.Of([$"section{Next(3)}", .. Enumerable.Range(0, 1 + Next(3)).Select(_ => Names[Next(Names.Length)] + Next(count))]);
            items[path] = new SnapshotItem(path, Attributes());
        }

        return items;
    }

    /// <summary>A copy in which some items are gone, some are new and some have other attributes.</summary>
    public Dictionary<ItemPath, SnapshotItem> Changed(Dictionary<ItemPath, SnapshotItem> before, int changes)
    {
        var after = new Dictionary<ItemPath, SnapshotItem>(before);
        var paths = before.Keys.Order().ToArray();
        for (var i = 0; i < changes; i++)
        {
            var path = paths[Next(paths.Length)];
            if (Next(3) == 0) after.Remove(path);
            else after[path] = new SnapshotItem(path, Attributes());
        }

        foreach (var item in Items(changes)) after.TryAdd(item.Key, item.Value);
        return after;
    }

    ItemAttributes Attributes() => ItemAttributes.Of(Enumerable.Range(0, Next(5)).Select(i => new ItemAttribute(Names[Next(Names.Length)] + i, Value())));

    Scalar Value() => Next(6) switch
    {
        0 => Scalar.Null,
        1 => Scalar.Of(Next(2) == 0),
        2 => Scalar.Of(Next(1000)),
        3 => new string('x', Next(2000)),
        _ => Names[Next(Names.Length)],
    };

    int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)below);
    }
}
