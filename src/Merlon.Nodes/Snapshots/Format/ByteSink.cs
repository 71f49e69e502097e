using System.Text;

namespace Merlon.Nodes.Snapshots.Format;

/// <summary>A growing buffer with the format's primitives.</summary>
sealed class ByteSink
{
    byte[] buffer = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value) => Room(1)[0] = value;

    public void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    /// <summary>The length, then the bytes.</summary>
    public void Block(ReadOnlySpan<byte> bytes)
    {
        Varint((ulong)bytes.Length);
        Raw(bytes);
    }

    /// <summary>The length in bytes, then the text as UTF-8.</summary>
    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Varint((ulong)length);
        Encoding.UTF8.GetBytes(text, Room(length));
    }

    Span<byte> Room(int count)
    {
        if (buffer.Length - Length < count) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + count));
        var room = buffer.AsSpan(Length, count);
        Length += count;
        return room;
    }
}
