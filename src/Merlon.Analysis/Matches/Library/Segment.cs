using System.Buffers.Binary;
using System.Text;

namespace Merlon.Analysis.Matches.Library;

/// <summary>An immutable part of the library, read in place (<see cref="SegmentFiles"/>). Any number of threads may ask at once.</summary>
sealed class Segment : IDisposable
{
    readonly MappedFile paths, files, digests, postings, buckets;
    readonly string[] origins;
    readonly int bits;

    public Segment(string folder)
    {
        origins = File.ReadAllLines(Path.Combine(folder, SegmentFiles.Origins));
        paths = new(Path.Combine(folder, SegmentFiles.Paths));
        files = new(Path.Combine(folder, SegmentFiles.Files));
        digests = new(Path.Combine(folder, SegmentFiles.Digests));
        postings = new(Path.Combine(folder, SegmentFiles.Postings));
        buckets = new(Path.Combine(folder, SegmentFiles.Buckets));
        bits = (int)long.Log2(buckets.Length / SegmentFiles.BucketBytes);
    }

    public long Files => files.Length / SegmentFiles.FileBytes;

    public long Postings => postings.Length / SegmentFiles.PostingBytes;

    public IReadOnlyList<string> Origins => origins;

    /// <summary>The file of this number.</summary>
    public LibraryFile FileOf(uint number)
    {
        var record = files.Slice((long)number * SegmentFiles.FileBytes, SegmentFiles.FileBytes);
        return new(origins[BinaryPrimitives.ReadUInt32LittleEndian(record)], PathAt((long)BinaryPrimitives.ReadUInt64LittleEndian(record[4..])));
    }

    /// <summary>The numbers of the files with this MD5 (16 bytes), at most <paramref name="limit"/>.</summary>
    public IEnumerable<uint> WithDigest(ReadOnlyMemory<byte> md5, int limit)
    {
        for (var at = FirstDigest(md5.Span); limit-- > 0 && at < digests.Length / SegmentFiles.DigestBytes && Digest(at).Md5.Span.SequenceEqual(md5.Span); at++) yield return Digest(at).File;
    }

    /// <summary>Where this hash stands: the postings from the first number up to the second.</summary>
    public (long From, long To) Find(uint hash)
    {
        var bucket = (long)(hash >> (32 - bits));
        var (from, to) = ((long)BinaryPrimitives.ReadUInt64LittleEndian(buckets.Slice(bucket * SegmentFiles.BucketBytes, 8)), (long)BinaryPrimitives.ReadUInt64LittleEndian(buckets.Slice((bucket + 1) * SegmentFiles.BucketBytes, 8)));
        var low = (ushort)hash;
        var first = Lower(from, to, low);
        return (first, low == ushort.MaxValue ? to : Lower(first, to, (ushort)(low + 1)));
    }

    /// <summary>The file and line of a posting.</summary>
    public (uint File, int Line) At(long posting)
    {
        var record = postings.Slice(posting * SegmentFiles.PostingBytes, SegmentFiles.PostingBytes);
        return (BinaryPrimitives.ReadUInt32LittleEndian(record[4..]), BinaryPrimitives.ReadUInt16LittleEndian(record[2..]));
    }

    /// <summary>Every posting, in rising order of the hash.</summary>
    public IEnumerable<Posting> AllPostings()
    {
        for (var bucket = 0L; bucket < 1L << bits; bucket++)
        {
            var to = (long)BinaryPrimitives.ReadUInt64LittleEndian(buckets.Slice((bucket + 1) * SegmentFiles.BucketBytes, 8));
            for (var at = (long)BinaryPrimitives.ReadUInt64LittleEndian(buckets.Slice(bucket * SegmentFiles.BucketBytes, 8)); at < to; at++)
            {
                var (file, line) = At(at);
                yield return new Posting((uint)(bucket << (32 - bits)) | Low(at), file, (ushort)line);
            }
        }
    }

    /// <summary>Every digest (MD5, 16 bytes) with its file, in rising order of the digest.</summary>
    public IEnumerable<(ReadOnlyMemory<byte> Md5, uint File)> AllDigests()
    {
        for (var at = 0L; at < digests.Length / SegmentFiles.DigestBytes; at++) yield return Digest(at);
    }

    /// <summary>Every file with its origin's number, in the order of the numbers.</summary>
    public IEnumerable<(uint Origin, string Path)> AllFiles()
    {
        for (var number = 0L; number < Files; number++)
        {
            var record = files.Slice(number * SegmentFiles.FileBytes, SegmentFiles.FileBytes);
            yield return (BinaryPrimitives.ReadUInt32LittleEndian(record), PathAt((long)BinaryPrimitives.ReadUInt64LittleEndian(record[4..])));
        }
    }

    public void Dispose()
    {
        foreach (var map in new[] { paths, files, digests, postings, buckets }) map.Dispose();
    }

    private ushort Low(long posting) => BinaryPrimitives.ReadUInt16LittleEndian(postings.Slice(posting * SegmentFiles.PostingBytes, 2));

    private long Lower(long from, long to, ushort low)
    {
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (Low(middle) < low) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    private long FirstDigest(ReadOnlySpan<byte> md5)
    {
        var (from, to) = (0L, digests.Length / SegmentFiles.DigestBytes);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (digests.Slice(middle * SegmentFiles.DigestBytes, 16).SequenceCompareTo(md5) < 0) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    private (ReadOnlyMemory<byte> Md5, uint File) Digest(long at)
    {
        var record = digests.Slice(at * SegmentFiles.DigestBytes, SegmentFiles.DigestBytes);
        return (record[..16].ToArray(), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
    }

    private string PathAt(long from)
    {
        var rest = paths.Slice(from, (int)Math.Min(paths.Length - from, 64 << 10));
        var end = rest.IndexOf((byte)'\n');
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }
}
