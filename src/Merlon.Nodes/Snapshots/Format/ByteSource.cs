using System.Text;

namespace Merlon.Nodes.Snapshots.Format;

/// <summary>Reads the format's primitives; whatever does not fit is a <see cref="SnapshotCorruptException"/>, never a read past the end.</summary>
ref struct ByteSource(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> rest = bytes;

    public readonly bool AtEnd => rest.IsEmpty;

    public readonly int Remaining => rest.Length;

    public byte Byte() => Raw(1)[0];

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var b = Byte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
        throw new SnapshotCorruptException("a number is too long");
    }

    /// <summary>A count or length, at most <paramref name="limit"/>.</summary>
    public int Count(int limit)
    {
        var value = Varint();
        return value <= (ulong)limit ? (int)value : throw new SnapshotCorruptException("a length is over its limit");
    }

    public ReadOnlySpan<byte> Raw(int count)
    {
        if (count > rest.Length) throw new SnapshotCorruptException("it ends too early");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    public ReadOnlySpan<byte> Block() => Raw(Count(rest.Length));

    public string Text() => Encoding.UTF8.GetString(Block());
}
