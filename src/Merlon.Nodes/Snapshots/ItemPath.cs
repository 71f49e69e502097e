using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// Where a configuration item stands in a snapshot: section, then usually sub-section and item name
/// (<c>packages / apt / openssl</c>); custom trees may be flatter or deeper.
/// Invariant: 1 to <see cref="SnapshotLimits.PathDepth"/> names, none holds U+0000, together at most
/// <see cref="SnapshotLimits.KeyBytes"/> bytes as UTF-8.
/// </summary>
[JsonConverter(typeof(ItemPathConverter))]
public sealed class ItemPath : IEquatable<ItemPath>, IComparable<ItemPath>
{
    const byte Separator = 0;
    readonly byte[] key;

    ItemPath(ImmutableArray<string> names, byte[] key) => (Names, this.key) = (names, key);

    /// <summary>Section first, item name last.</summary>
    public ImmutableArray<string> Names { get; }

    public string Section => Names[0];

    /// <summary>The configuration item's own name.</summary>
    public string Name => Names[^1];

    /// <summary>The names as UTF-8, joined by a zero byte. Bytewise order of keys is the order of a snapshot.</summary>
    public ReadOnlySpan<byte> Key => key;

    /// <summary>The path of these names. A zero character or half a surrogate pair becomes U+FFFD.</summary>
    /// <exception cref="ArgumentException">The invariant does not hold; collectors shorten what a node may make long.</exception>
    public static ItemPath Of(params ReadOnlySpan<string> names)
    {
        if (names.Length is 0 or > SnapshotLimits.PathDepth)
            throw new ArgumentException($"A path has 1 to {SnapshotLimits.PathDepth} names, not {names.Length}.", nameof(names));
        var clean = ImmutableArray.CreateBuilder<string>(names.Length);
        foreach (var name in names) clean.Add(Printable.Clean(name));
        var bytes = Encoding.UTF8.GetBytes(string.Join('\0', clean));
        if (bytes.Length > SnapshotLimits.KeyBytes)
            throw new ArgumentException($"A path takes at most {SnapshotLimits.KeyBytes} bytes, not {bytes.Length}.", nameof(names));
        return new ItemPath(clean.MoveToImmutable(), bytes);
    }

    /// <summary>The path that <see cref="Key"/> was made of.</summary>
    public static ItemPath FromKey(ReadOnlySpan<byte> key)
    {
        var names = ImmutableArray.CreateBuilder<string>(key.Count(Separator) + 1);
        foreach (var range in key.Split(Separator)) names.Add(Encoding.UTF8.GetString(key[range]));
        return new ItemPath(names.MoveToImmutable(), key.ToArray());
    }

    public int CompareTo(ItemPath? other) => other is null ? 1 : key.AsSpan().SequenceCompareTo(other.key);

    public bool Equals(ItemPath? other) => other is not null && key.AsSpan().SequenceEqual(other.key);

    public override bool Equals(object? obj) => Equals(obj as ItemPath);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(key);
        return hash.ToHashCode();
    }

    public override string ToString() => string.Join(" / ", Names);

    public static bool operator ==(ItemPath? left, ItemPath? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(ItemPath? left, ItemPath? right) => !(left == right);

    public static bool operator <(ItemPath left, ItemPath right) => left.CompareTo(right) < 0;

    public static bool operator >(ItemPath left, ItemPath right) => left.CompareTo(right) > 0;

    public static bool operator <=(ItemPath left, ItemPath right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ItemPath left, ItemPath right) => left.CompareTo(right) >= 0;
}
