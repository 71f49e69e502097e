using System.Buffers.Binary;
using System.Text;

namespace Merlon.Analysis.Matches.Library;

/// <summary>Writes a segment (<see cref="SegmentFiles"/>) from sources that are already in order, so that it holds one record at a time.</summary>
static class SegmentWriter
{
    const int BufferBytes = 1 << 20;

    /// <summary>Writes all files of a segment into a new folder and flushes them.</summary>
    /// <param name="files">In the order of their numbers, each with its origin's number.</param>
    /// <param name="digests">In rising order.</param>
    /// <param name="postings">In rising order.</param>
    public static void Write(string folder, IEnumerable<string> origins, IEnumerable<(uint Origin, string Path)> files, IEnumerable<(ReadOnlyMemory<byte> Md5, uint File)> digests, IEnumerable<Posting> postings, long postingCount)
    {
        Directory.CreateDirectory(folder);
        Stream(folder, SegmentFiles.Origins, stream => { foreach (var origin in origins) Line(stream, origin); });
        WriteFiles(folder, files);
        Stream(folder, SegmentFiles.Digests, stream => WriteDigests(stream, digests));
        WritePostings(folder, postings, SegmentFiles.BucketBits(postingCount));
    }

    static void WriteFiles(string folder, IEnumerable<(uint Origin, string Path)> files) => Stream(folder, SegmentFiles.Paths, paths => Stream(folder, SegmentFiles.Files, stream =>
    {
        Span<byte> record = stackalloc byte[SegmentFiles.FileBytes];
        var at = 0L;
        foreach (var (origin, path) in files)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(record, origin);
            BinaryPrimitives.WriteUInt64LittleEndian(record[4..], (ulong)at);
            stream.Write(record);
            at += Line(paths, path);
        }
    }));

    static void WriteDigests(Stream stream, IEnumerable<(ReadOnlyMemory<byte> Md5, uint File)> digests)
    {
        Span<byte> number = stackalloc byte[4];
        foreach (var (md5, file) in digests)
        {
            stream.Write(md5.Span);
            BinaryPrimitives.WriteUInt32LittleEndian(number, file);
            stream.Write(number);
        }
    }

    static void WritePostings(string folder, IEnumerable<Posting> postings, int bits) => Stream(folder, SegmentFiles.Postings, stream => Stream(folder, SegmentFiles.Buckets, buckets =>
    {
        Span<byte> record = stackalloc byte[SegmentFiles.PostingBytes];
        var (written, bucket) = (0L, 0L);
        foreach (var posting in postings)
        {
            for (var own = (long)(posting.Hash >> (32 - bits)); bucket <= own; bucket++) Number(buckets, written);
            BinaryPrimitives.WriteUInt16LittleEndian(record, (ushort)posting.Hash);
            BinaryPrimitives.WriteUInt16LittleEndian(record[2..], posting.Line);
            BinaryPrimitives.WriteUInt32LittleEndian(record[4..], posting.File);
            stream.Write(record);
            written++;
        }
        for (; bucket <= 1L << bits; bucket++) Number(buckets, written);
    }));

    static void Number(Stream stream, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)number);
        stream.Write(bytes);
    }

    static int Line(Stream stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings(" ") + "\n");
        stream.Write(bytes);
        return bytes.Length;
    }

    static void Stream(string folder, string name, Action<Stream> write)
    {
        using var file = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes);
        write(file);
        file.Flush(flushToDisk: true);
    }
}
