using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Merlon.Analysis.Tests.Trees;

/// <summary>Archives written by the framework's own writers, which let hostile entries through.</summary>
static class TestArchives
{
    public static byte[] Zip(params (string Path, string Text)[] entries) => Zip(entries.Select(e => (e.Path, Encoding.UTF8.GetBytes(e.Text))));

    public static byte[] Zip(IEnumerable<(string Path, byte[] Content)> entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in entries)
                using (var entry = zip.CreateEntry(path).Open()) entry.Write(content);
        return memory.ToArray();
    }

    public static byte[] Tar(params TarEntry[] entries)
    {
        using var memory = new MemoryStream();
        using (var tar = new TarWriter(memory, TarEntryFormat.Pax, leaveOpen: true))
            foreach (var entry in entries) tar.WriteEntry(entry);
        return memory.ToArray();
    }

    public static byte[] Tar(params (string Path, string Text)[] files) => Tar([.. files.Select(f => File(f.Path, f.Text))]);

    public static PaxTarEntry File(string path, string text) =>
        new(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) };

    public static PaxTarEntry Link(TarEntryType type, string path, string target) => new(type, path) { LinkName = target };

    /// <summary>A ustar entry from raw name bytes, which no writer of ours would produce.</summary>
    public static byte[] TarWithRawName(byte[] name, byte type = (byte)'0')
    {
        var header = new byte[512 * 3];
        Header(header, name, type, 0);
        return header;
    }

    static void Header(Span<byte> header, byte[] name, byte type, long size)
    {
        name.CopyTo(header);
        Encoding.ASCII.GetBytes("0000644\0" + "0000000\0" + "0000000\0" + Convert.ToString(size, 8).PadLeft(11, '0') + "\0" + "00000000000\0" + "        ").CopyTo(header[100..]);
        header[156] = type;
        Encoding.ASCII.GetBytes("ustar\0" + "00").CopyTo(header[257..]);
        var sum = 0;
        foreach (var b in header[..512]) sum += b;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header[148..]);
    }

    /// <summary>As many tar archives, each with nothing but the next of that name; the innermost holds an empty file.</summary>
    public static byte[] Nested(int count, string name)
    {
        var nested = new byte[512 * count];
        for (var level = 0; level < count; level++) Header(nested.AsSpan(512 * level, 512), Encoding.ASCII.GetBytes(level == count - 1 ? "core" : name), (byte)'0', 512L * (count - 1 - level));
        return nested;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal)) gzip.Write(content);
        return memory.ToArray();
    }

    /// <summary>d/a.txt ("hello\n") and d/b.bin ("x"), in the formats that the framework does not write.</summary>
    public static readonly Dictionary<string, string> Base64 = new()
    {
        ["t.tar.xz"] = "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/AI5dADILvBunjDRE4cIHdekACY2x9Z5//87ssr3BZjn4gpNFeHO3i8YtXWNMSHlKcRc1W7EorDR6cs9+j5NV/Ky/K9kFIyB+qYLIpTwWIMr5njQONKxEnF6i4zNnLaeLRtxKVNkQ2+JYQXdH1vfShzh9JSHOam40Xe10yYAXzvm7byTa9BljUMgNymmMSbyhSgAAAABs6ad3ipOf+wABqgGAUAAAbldXx7HEZ/sCAAAAAARZWg==",
        ["t.tar.zst"] = "KLUv/WQAJ60DALLEDxKQzwFQ660AQP9f1gJr8fhnaqVAQthcN6q3CjXYL4cXTuQcFN8Sa7BXKedDmKpS+w6ETw4yyDCbJud3J/5gARQgQC1tuQH93YP7ahmjos2MD5B071MxGLUiV8PhAyZ7NoVhAGx/YNJgRDWs0sYUYD5lNzjb1LU=",
        ["t.tar.bz2"] = "QlpoOTFBWSZTWXe/qOwAALf7hMmQAUBAAf+AACF2ZZ5AAACACCAAkRHqkA0NAA0BppoNqRNGRGjaQaPKGRpvse24TxTyABf+dEEiDACtydmn4ImYt0iXIlMcISeJauSebDitfRBXAJX0VYiVBitpapnh5AbMYyIJhYWK4ioyRJSTBpoNWlm+rZOe9WyDUGiz0gSDlEC2BZgsQRPxdyRThQkHe/qOwA==",
        ["t.7z"] = "N3q8ryccAAO6d/vLagAAAAAAAAAgAAAAAAAAAFwiEPYANBlJ7o3dFwjBk///7XaAAAAAgTMHrg/PBHGMB8hDgIOBW/+sds94Pw5fNkVjb4Qa7xpA7DWhsFLLsnQGMmOEYVTKm05WbIYfvPWA9p/+/Qj7WoznVgAzXAP5GXjmtrRB9RHf//8cdAAAFwYRAQlZAAcLAQABIwMBAQVdAACAAAxeCgFnCvH+AAA=",
    };
}
