using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>A set of labels, in the order of their sources and marks. At most <see cref="Most"/>; further ones are dropped.</summary>
readonly struct Labels
{
    const int Most = 24;

    readonly ImmutableArray<Label> items;

    Labels(ImmutableArray<Label> items) => this.items = items;

    public static Labels None => default;

    public bool IsEmpty => items.IsDefaultOrEmpty;

    public ImmutableArray<Label> Items => items.IsDefault ? [] : items;

    public static Labels Of(Label label) => new([label]);

    /// <summary>These labels, which stand in the order of their sources and marks.</summary>
    public static Labels Ordered(ImmutableArray<Label> items) => new(items);

    /// <summary>Both sets. Of two labels that are the same the first one's steps are kept.</summary>
    public static Labels Join(Labels left, Labels right)
    {
        if (right.IsEmpty || left.Equals(right)) return left;
        if (left.IsEmpty) return right;
        var merged = Merge(left.items, right.items);
        return merged.Length == left.items.Length ? left : new Labels(merged);
    }

    /// <summary>The same labels, changed one by one; what becomes null is left out.</summary>
    public Labels Select(Func<Label, Label?> change)
    {
        if (IsEmpty) return this;
        var changed = new List<Label>(items.Length);
        foreach (var label in items)
            if (change(label) is { } kept && !changed.Exists(c => c.IsSameAs(kept))) changed.Add(kept);
        changed.Sort((a, b) => a.CompareTo(b));
        return new Labels([.. changed]);
    }

    /// <summary>The same labels of other sources.</summary>
    public Labels Mapped(Func<Source, Source> source) => Select(label => label with { Source = source(label.Source) });

    public Labels Mark(ulong marks) => marks == 0 ? this : Select(label => label with { Marks = label.Marks | marks });

    /// <summary>Whether both hold the same labels; steps are not compared.</summary>
    public bool Same(Labels other)
    {
        if (IsEmpty || other.IsEmpty) return IsEmpty && other.IsEmpty;
        if (items.Length != other.items.Length) return false;
        for (var i = 0; i < items.Length; i++)
            if (!items[i].IsSameAs(other.items[i])) return false;
        return true;
    }

    bool Equals(Labels other) => items == other.items;

    static ImmutableArray<Label> Merge(ImmutableArray<Label> left, ImmutableArray<Label> right)
    {
        var merged = ImmutableArray.CreateBuilder<Label>(Math.Min(Most, left.Length + right.Length));
        for (int i = 0, j = 0; (i < left.Length || j < right.Length) && merged.Count < Most;)
        {
            var order = i >= left.Length ? 1 : j >= right.Length ? -1 : left[i].CompareTo(right[j]);
            merged.Add(order <= 0 ? left[i] : right[j]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return merged.ToImmutable();
    }
}
