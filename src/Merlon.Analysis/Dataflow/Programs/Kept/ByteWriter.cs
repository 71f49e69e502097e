using System.Buffers.Binary;

namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>Writes numbers in as few bytes as they need, and texts as their numbers in a table that is written once.</summary>
sealed class ByteWriter(TextNumbers texts)
{
    byte[] bytes = new byte[1024];
    int length;

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    public TextNumbers Texts => texts;

    /// <summary>A number from -1 on: what stands for none is -1.</summary>
    public ByteWriter Number(int number)
    {
        Reserve(5);
        var left = (uint)(number + 1);
        for (; left >= 0x80; left >>= 7) bytes[length++] = (byte)(left | 0x80);
        bytes[length++] = (byte)left;
        return this;
    }

    public ByteWriter Difference(int number) => Number((number << 1 ^ number >> 31) - 1);

    public ByteWriter Truth(bool truth) => Number(truth ? 1 : 0);

    public ByteWriter Text(string? text) => Number(text is null ? -1 : texts.Of(text));

    public ByteWriter TextList(IReadOnlyCollection<string> all) => Each(all, text => Text(text));

    public ByteWriter Numbers(IReadOnlyCollection<int> all) => Each(all, number => Number(number));

    public ByteWriter Each<T>(IReadOnlyCollection<T> all, Action<T> write)
    {
        Number(all.Count);
        foreach (var item in all) write(item);
        return this;
    }

    public ByteWriter Wide(ulong number)
    {
        Reserve(8);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(length), number);
        length += 8;
        return this;
    }

    public ByteWriter Digest(UInt128 digest) => Wide((ulong)digest).Wide((ulong)(digest >> 64));

    public ByteWriter Bytes(ReadOnlySpan<byte> other)
    {
        Number(other.Length);
        Reserve(other.Length);
        other.CopyTo(bytes.AsSpan(length));
        length += other.Length;
        return this;
    }

    /// <summary>A constant as instructions hold them.</summary>
    public ByteWriter Constant(object? constant) => constant switch
    {
        null => Number(0),
        bool truth => Number(truth ? 2 : 1),
        long number => Number(3).Wide((ulong)number),
        double number => Number(4).Wide((ulong)BitConverter.DoubleToInt64Bits(number)),
        char character => Number(5).Number(character),
        string text => Number(6).Text(text),
        _ => throw new NotSupportedException($"{constant.GetType().Name} is no constant of the intermediate form."),
    };

    void Reserve(int count)
    {
        if (length + count > bytes.Length) Array.Resize(ref bytes, Math.Max(length + count, 2 * bytes.Length));
    }
}
