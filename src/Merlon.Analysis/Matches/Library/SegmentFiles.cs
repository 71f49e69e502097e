namespace Merlon.Analysis.Matches.Library;

/// <summary>
/// The files of a segment, in its folder. All numbers are little-endian.
/// <list type="bullet">
/// <item><c>origins</c>: UTF-8, one a line.</item>
/// <item><c>paths</c>: UTF-8, one a line, in the order of the files.</item>
/// <item><c>files</c>: for each file 12 bytes: its origin's number (4) and where its path begins in <c>paths</c> (8).</item>
/// <item><c>digests</c>: for each file 20 bytes, in rising order: MD5 (16) and the file's number (4).</item>
/// <item><c>postings</c>: for each fingerprint 8 bytes, in rising order of the hash: its low 16 bits (2), the line (2), the file's number (4).</item>
/// <item><c>buckets</c>: for each value of the hash's upper bits, and one beyond, the number of its first posting (8). The size of the file tells how many bits.</item>
/// </list>
/// </summary>
static class SegmentFiles
{
    public const string Origins = "origins", Paths = "paths", Files = "files", Digests = "digests", Postings = "postings", Buckets = "buckets";

    public const int FileBytes = 12, DigestBytes = 20, PostingBytes = 8, BucketBytes = 8;

    /// <summary>So few that the low 16 bits tell the hashes of a bucket apart.</summary>
    public const int FewestBits = 16;

    const int MostBits = 24;
    const long PostingsPerBucket = 128;

    /// <summary>How many upper bits of the hash name the bucket, so that a look-up touches about one page.</summary>
    public static int BucketBits(long postings)
    {
        var bits = FewestBits;
        while (bits < MostBits && postings >> bits > PostingsPerBucket) bits++;
        return bits;
    }
}
