using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Merlon.Nodes.Snapshots;

/// <summary>One attribute of a configuration item.</summary>
public readonly record struct ItemAttribute(string Name, Scalar Value);

/// <summary>
/// The attributes of a configuration item. Invariant: sorted by name (ordinal), each name once,
/// at most <see cref="SnapshotLimits.AttributesPerItem"/>. Equal when names and values are.
/// </summary>
[JsonConverter(typeof(ItemAttributesConverter))]
[SuppressMessage("Naming", "CA1710", Justification = "The field says attributes.")]
public sealed class ItemAttributes : IReadOnlyCollection<ItemAttribute>, IEquatable<ItemAttributes>
{
    readonly ImmutableArray<ItemAttribute> sorted;

    ItemAttributes(ImmutableArray<ItemAttribute> sorted) => this.sorted = sorted;

    public static ItemAttributes Empty { get; } = new([]);

    public int Count => sorted.Length;

    /// <summary>The value, or null when the item has no such attribute.</summary>
    public Scalar? this[string name]
    {
        get
        {
            foreach (var attribute in sorted)
                if (attribute.Name == name) return attribute.Value;
            return null;
        }
    }

    /// <summary>These attributes, sorted. Of two with one name the last stays.</summary>
    /// <exception cref="ArgumentException">There are more than the limit.</exception>
    public static ItemAttributes Of(IEnumerable<ItemAttribute> attributes)
    {
        var byName = new SortedDictionary<string, ItemAttribute>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            var clean = Printable.Clean(name);
            byName[clean] = new ItemAttribute(clean, value);
            if (byName.Count > SnapshotLimits.AttributesPerItem)
                throw new ArgumentException($"An item has at most {SnapshotLimits.AttributesPerItem} attributes.", nameof(attributes));
        }
        return new ItemAttributes([.. byName.Values]);
    }

    /// <summary>Attributes as collectors write them; those whose value is null are left out.</summary>
    public static ItemAttributes Of(params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var present = new List<ItemAttribute>(attributes.Length);
        foreach (var (name, value) in attributes)
            if (value is not null) present.Add(new ItemAttribute(name, BoundedText.Value(value)));
        return Of(present);
    }

    /// <summary>Wraps what a writer has already sorted.</summary>
    internal static ItemAttributes FromSorted(ImmutableArray<ItemAttribute> sorted) => new(sorted);

    /// <summary>Those that satisfy the condition.</summary>
    public ItemAttributes Where(Func<ItemAttribute, bool> keep) => new([.. sorted.Where(keep)]);

    public bool Equals(ItemAttributes? other) => other is not null && sorted.AsSpan().SequenceEqual(other.sorted.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as ItemAttributes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var attribute in sorted) hash.Add(attribute);
        return hash.ToHashCode();
    }

    public IEnumerator<ItemAttribute> GetEnumerator() => ((IEnumerable<ItemAttribute>)sorted).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", sorted.Select(a => $"{a.Name}={a.Value}"));
}
