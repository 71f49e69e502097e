using System.Numerics;

namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>
/// An immutable map from non-negative numbers, as a big-endian Patricia tree (Okasaki and Gill, "Fast Mergeable Integer Maps", 1998): two
/// maps that share most of their parts are merged in time proportional to what differs.
/// </summary>
sealed class IntMap<T> where T : class
{
    readonly Node? root;

    IntMap(Node? root) => this.root = root;

    public static IntMap<T> Empty { get; } = new(null);

    public T? this[int key]
    {
        get
        {
            var node = root;
            while (node is Fork fork) node = (key & fork.Bit) == 0 ? fork.Left : fork.Right;
            return node is Leaf leaf && leaf.Key == key ? leaf.Value : null;
        }
    }

    public IntMap<T> Set(int key, T value)
    {
        var changed = Insert(root, key, value);
        return ReferenceEquals(changed, root) ? this : new(changed);
    }

    /// <summary>
    /// Both maps; where both have a key the values are merged. When merging gives the left value back everywhere, this very map is returned.
    /// </summary>
    public IntMap<T> Merge(IntMap<T> other, Func<T, T, T> merge)
    {
        var merged = Merge(root, other.root, merge);
        return ReferenceEquals(merged, root) ? this : new(merged);
    }

    /// <summary>The map with each value changed; the same one where nothing changes.</summary>
    public IntMap<T> Select(Func<T, T> change) => root is null || Select(root, change) is var changed && ReferenceEquals(changed, root) ? this : new(changed);

    static Node Select(Node node, Func<T, T> change)
    {
        if (node is Fork fork) return fork.With(Select(fork.Left, change), Select(fork.Right, change));
        var leaf = (Leaf)node;
        return change(leaf.Value) is var value && ReferenceEquals(value, leaf.Value) ? leaf : new Leaf(leaf.Key, value);
    }

    static Node Insert(Node? node, int key, T value)
    {
        switch (node)
        {
            case null:
                return new Leaf(key, value);
            case Leaf leaf:
                if (leaf.Key != key) return Join(key, new Leaf(key, value), leaf.Key, leaf);
                return ReferenceEquals(leaf.Value, value) ? leaf : new Leaf(key, value);
            default:
                var fork = (Fork)node;
                if (!fork.Covers(key)) return Join(key, new Leaf(key, value), fork.Prefix, fork);
                return (key & fork.Bit) == 0
                    ? fork.With(Insert(fork.Left, key, value), fork.Right)
                    : fork.With(fork.Left, Insert(fork.Right, key, value));
        }
    }

    static Node? Merge(Node? left, Node? right, Func<T, T, T> merge)
    {
        if (ReferenceEquals(left, right) || right is null) return left;
        if (left is null) return right;
        if (right is Leaf added) return MergeLeaf(left, added, (old, value) => merge(old, value));
        if (left is Leaf kept) return MergeLeaf(right, kept, (other, value) => merge(value, other));
        return MergeForks((Fork)left, (Fork)right, merge);
    }

    static Node MergeForks(Fork left, Fork right, Func<T, T, T> merge)
    {
        if (left.Bit == right.Bit && left.Prefix == right.Prefix)
            return left.With(Merge(left.Left, right.Left, merge)!, Merge(left.Right, right.Right, merge)!);
        if ((uint)left.Bit > (uint)right.Bit && left.Covers(right.Prefix))
            return (right.Prefix & left.Bit) == 0
                ? left.With(Merge(left.Left, right, merge)!, left.Right)
                : left.With(left.Left, Merge(left.Right, right, merge)!);
        if ((uint)right.Bit > (uint)left.Bit && right.Covers(left.Prefix))
            return (left.Prefix & right.Bit) == 0
                ? new Fork(right.Prefix, right.Bit, Merge(left, right.Left, merge)!, right.Right)
                : new Fork(right.Prefix, right.Bit, right.Left, Merge(left, right.Right, merge)!);
        return Join(left.Prefix, left, right.Prefix, right);
    }

    static Node MergeLeaf(Node into, Leaf leaf, Func<T, T, T> merge)
    {
        switch (into)
        {
            case Leaf other when other.Key == leaf.Key:
                var merged = merge(other.Value, leaf.Value);
                return ReferenceEquals(merged, other.Value) ? other : new Leaf(leaf.Key, merged);
            case Leaf other:
                return Join(other.Key, other, leaf.Key, leaf);
            default:
                var fork = (Fork)into;
                if (!fork.Covers(leaf.Key)) return Join(fork.Prefix, fork, leaf.Key, leaf);
                return (leaf.Key & fork.Bit) == 0
                    ? fork.With(MergeLeaf(fork.Left, leaf, merge), fork.Right)
                    : fork.With(fork.Left, MergeLeaf(fork.Right, leaf, merge));
        }
    }

    static Fork Join(int leftKey, Node left, int rightKey, Node right)
    {
        var bit = 1 << (31 - BitOperations.LeadingZeroCount((uint)(leftKey ^ rightKey)));
        var prefix = leftKey & ~((bit << 1) - 1);
        return (leftKey & bit) == 0 ? new Fork(prefix, bit, left, right) : new Fork(prefix, bit, right, left);
    }

    abstract class Node;

    sealed class Leaf(int key, T value) : Node
    {
        public readonly int Key = key;
        public readonly T Value = value;
    }

    sealed class Fork(int prefix, int bit, Node left, Node right) : Node
    {
        public readonly int Prefix = prefix, Bit = bit;
        public readonly Node Left = left, Right = right;

        public bool Covers(int key) => (key & ~((Bit << 1) - 1)) == Prefix;

        public Fork With(Node left, Node right) =>
            ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : new(Prefix, Bit, left, right);
    }
}
