using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>Reads what <see cref="ByteWriter"/> wrote. Throws <see cref="FormatException"/> where that cannot be.</summary>
sealed class ByteReader(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> texts)
{
    int at;

    public int Number()
    {
        var (number, shift) = (0u, 0);
        for (var span = bytes.Span; ; shift += 7)
        {
            if (at >= span.Length || shift > 28) throw Damaged();
            var next = span[at++];
            number |= (uint)(next & 0x7F) << shift;
            if (next < 0x80) return (int)number - 1;
        }
    }

    public int Difference()
    {
        var number = (uint)(Number() + 1);
        return (int)(number >> 1) ^ -(int)(number & 1);
    }

    /// <summary>How many things follow, each of at least one byte.</summary>
    public int Count() => Number() is >= 0 and var count && count <= bytes.Length - at ? count : throw Damaged();

    public bool Truth() => Number() > 0;

    public string? OptionalText() => Number() switch
    {
        -1 => null,
        >= 0 and var number when number < texts.Count => texts[number],
        _ => throw Damaged(),
    };

    public string Text() => OptionalText() ?? throw Damaged();

    public ImmutableArray<T> Each<T>(Func<T> read)
    {
        var count = Count();
        if (count == 0) return [];
        var items = ImmutableArray.CreateBuilder<T>(Math.Min(count, 1024));
        for (; count > 0; count--) items.Add(read());
        return items.DrainToImmutable();
    }

    public ImmutableArray<int> Numbers()
    {
        var count = Count();
        if (count == 0) return [];
        var items = new int[count];
        for (var i = 0; i < count; i++) items[i] = Number();
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public ulong Wide() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8).Span);

    public UInt128 Digest()
    {
        var low = Wide();
        return new UInt128(Wide(), low);
    }

    public ReadOnlyMemory<byte> Bytes() => Take(Count());

    /// <summary>A reader of other bytes that name the same texts.</summary>
    public ByteReader Other(ReadOnlyMemory<byte> other) => new(other, texts);

    public object? Constant() => Number() switch
    {
        0 => null,
        1 => false,
        2 => true,
        3 => (long)Wide(),
        4 => BitConverter.Int64BitsToDouble((long)Wide()),
        5 => (char)Number(),
        6 => Text(),
        _ => throw Damaged(),
    };

    public static FormatException Damaged() => new("What is kept of an earlier scan is damaged.");

    ReadOnlyMemory<byte> Take(int count)
    {
        if (count > bytes.Length - at) throw Damaged();
        at += count;
        return bytes.Slice(at - count, count);
    }
}
