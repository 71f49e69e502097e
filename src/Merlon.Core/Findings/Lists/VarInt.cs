namespace Merlon.Core.Findings.Lists;

/// <summary>Whole numbers of seven bits a byte, lowest first.</summary>
internal static class VarInt
{
    public static void Write(List<byte> bytes, long value)
    {
        for (; value >= 0x80; value >>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }

    public static long Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
