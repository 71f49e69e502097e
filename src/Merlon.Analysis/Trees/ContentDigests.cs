using System.Security.Cryptography;

namespace Merlon.Analysis.Trees;

/// <summary>MD5, SHA-1 and SHA-256 of one content after another, on one thread at a time. To make the three anew would cost more than the
/// digests of a small file. They name files, they guard nothing.</summary>
/// <param name="taking">Which; the others are empty. The bytes and lines are counted in any case.</param>
sealed class ContentDigests(ScanDigests taking = ScanDigests.All) : IDisposable
{
    readonly IncrementalHash? md5 = Of(HashAlgorithmName.MD5, taking >= ScanDigests.Md5AndSha1);
    readonly IncrementalHash? sha1 = Of(HashAlgorithmName.SHA1, taking >= ScanDigests.Md5AndSha1);
    readonly IncrementalHash? sha256 = Of(HashAlgorithmName.SHA256, taking == ScanDigests.All);
    long size, newlines;
    byte last;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        md5?.AppendData(bytes);
        sha1?.AppendData(bytes);
        sha256?.AppendData(bytes);
        size += bytes.Length;
        newlines += bytes.Count((byte)'\n');
        if (!bytes.IsEmpty) last = bytes[^1];
    }

    /// <summary>Of a content that is there as a whole: half the effort for a small one.</summary>
    public static FileDigests Of(ReadOnlySpan<byte> content, ScanDigests taking) => new(
        content.Length,
        LinesOf(content.Count((byte)'\n'), content.IsEmpty ? default : content[^1], content.Length),
        taking >= ScanDigests.Md5AndSha1 ? Hex(HashAlgorithmName.MD5, content) : "",
        taking >= ScanDigests.Md5AndSha1 ? Hex(HashAlgorithmName.SHA1, content) : "",
        taking == ScanDigests.All ? Hex(HashAlgorithmName.SHA256, content) : "");

    // The last line counts also where nothing ends it.
    static long LinesOf(long newlines, byte last, long size) => newlines + (size > 0 && last != (byte)'\n' ? 1 : 0);

    static string Hex(HashAlgorithmName algorithm, ReadOnlySpan<byte> content)
    {
        Span<byte> value = stackalloc byte[SHA256.HashSizeInBytes];
        return Convert.ToHexStringLower(value[..CryptographicOperations.HashData(algorithm, content, value)]);
    }

    /// <summary>The digests of all that was appended since the last call.</summary>
    public FileDigests Take()
    {
        var taken = new FileDigests(size, LinesOf(newlines, last, size), Hex(md5), Hex(sha1), Hex(sha256));
        (size, newlines) = (0, 0);
        return taken;
    }

    public void Dispose()
    {
        md5?.Dispose();
        sha1?.Dispose();
        sha256?.Dispose();
    }

    static IncrementalHash? Of(HashAlgorithmName algorithm, bool isTaken) => isTaken ? IncrementalHash.CreateHash(algorithm) : null;

    static string Hex(IncrementalHash? hash)
    {
        if (hash is null) return "";
        Span<byte> value = stackalloc byte[SHA256.HashSizeInBytes];
        return Convert.ToHexStringLower(value[..hash.GetHashAndReset(value)]);
    }
}
