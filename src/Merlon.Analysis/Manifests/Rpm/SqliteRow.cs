using System.Text;

namespace Merlon.Analysis.Manifests.Rpm;

/// <summary>One row as SQLite stores it: the kinds of its columns, then their values. A column that it lacks is empty.</summary>
readonly struct SqliteRow(byte[] row)
{
    public string Text(int column) => Find(column) is (>= 13 and var kind, var at) && kind % 2 == 1 ? Encoding.UTF8.GetString(Slice(at, (kind - 13) / 2)) : "";

    public ReadOnlySpan<byte> Blob(int column) => Find(column) is (>= 12 and var kind, var at) && kind % 2 == 0 ? Slice(at, (kind - 12) / 2) : [];

    public long Integer(int column)
    {
        var (kind, at) = Find(column);
        if (kind is 8 or 9) return kind - 8;
        if (kind is < 1 or > 6) return 0;
        var bytes = Slice(at, Size(kind));
        long value = (sbyte)bytes[0];
        foreach (var b in bytes[1..]) value = (value << 8) | b;
        return value;
    }

    /// <summary>SQLite's number of one to nine bytes: seven bits each, the highest first.</summary>
    public static long Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0L;
        for (var count = 1; at < bytes.Length; count++)
        {
            var next = bytes[at++];
            if (count == 9) return (value << 8) | next;
            value = (value << 7) | (uint)(next & 0x7F);
            if (next < 0x80) return value;
        }
        throw new ManifestException("a row is cut short");
    }

    // The kind of a column and where its value begins.
    (long Kind, long At) Find(int column)
    {
        var at = 0;
        long value = Number(row, ref at);
        for (var end = value; at < end; column--)
        {
            var kind = Number(row, ref at);
            if (column == 0) return (kind, value);
            value += Size(kind);
        }
        return (0, 0);
    }

    static long Size(long kind) => kind switch { 0 or 8 or 9 => 0, <= 4 => kind, 5 => 6, 6 or 7 => 8, _ => (kind - 12) / 2 };

    ReadOnlySpan<byte> Slice(long at, long size) =>
        at >= 0 && size >= 0 && at <= row.Length - size ? row.AsSpan((int)at, (int)size) : throw new ManifestException("a row is cut short");
}
