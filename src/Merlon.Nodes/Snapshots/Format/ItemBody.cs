using System.Collections.Immutable;

namespace Merlon.Nodes.Snapshots.Format;

/// <summary>Attributes to bytes and back. Sorted attributes make equal items equal bytes, so that comparing needs no decoding.</summary>
static class ItemBody
{
    public static void Write(ByteSink sink, ItemAttributes attributes)
    {
        sink.Varint((ulong)attributes.Count);
        foreach (var (name, value) in attributes)
        {
            sink.Text(name);
            sink.Byte((byte)value.Kind);
            // Also for true and false: a search looks at these bytes.
            sink.Text(value.Text);
        }
    }

    public static ItemAttributes Read(ReadOnlySpan<byte> body)
    {
        var source = new ByteSource(body);
        var count = source.Count(SnapshotLimits.AttributesPerItem);
        var attributes = ImmutableArray.CreateBuilder<ItemAttribute>(count);
        for (var i = 0; i < count; i++)
        {
            var name = source.Text();
            attributes.Add(new ItemAttribute(name, ReadScalar(source.Byte(), ref source)));
        }
        return source.AtEnd
            ? ItemAttributes.FromSorted(attributes.MoveToImmutable())
            : throw new SnapshotCorruptException("an item is longer than its attributes");
    }

    static Scalar ReadScalar(byte kind, ref ByteSource source)
    {
        var text = source.Text();
        return (ScalarKind)kind switch
        {
            ScalarKind.Null => Scalar.Null,
            ScalarKind.False => Scalar.Of(false),
            ScalarKind.True => Scalar.Of(true),
            ScalarKind.Number => Scalar.OfNumber(text),
            ScalarKind.Text => Scalar.Of(text),
            _ => throw new SnapshotCorruptException("a value is of no known kind"),
        };
    }
}
