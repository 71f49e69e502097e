using System.Security.Cryptography;

namespace Merlon.Analysis.Trees;

/// <summary>MD5, SHA-1 and SHA-256 of one content after another, on one thread at a time. To make the three anew would cost more than the
/// digests of a small file. They name files, they guard nothing.</summary>
/// <param name="taking">False to count the bytes alone; the digests are then empty.</param>
sealed class ContentDigests(bool taking = true) : IDisposable
{
    readonly IncrementalHash? md5 = Of(HashAlgorithmName.MD5, taking);
    readonly IncrementalHash? sha1 = Of(HashAlgorithmName.SHA1, taking);
    readonly IncrementalHash? sha256 = Of(HashAlgorithmName.SHA256, taking);
    long size;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        md5?.AppendData(bytes);
        sha1?.AppendData(bytes);
        sha256?.AppendData(bytes);
        size += bytes.Length;
    }

    /// <summary>The digests of all that was appended since the last call.</summary>
    public FileDigests Take()
    {
        var taken = new FileDigests(size, Hex(md5), Hex(sha1), Hex(sha256));
        size = 0;
        return taken;
    }

    public void Dispose()
    {
        md5?.Dispose();
        sha1?.Dispose();
        sha256?.Dispose();
    }

    static IncrementalHash? Of(HashAlgorithmName algorithm, bool taking) => taking ? IncrementalHash.CreateHash(algorithm) : null;

    static string Hex(IncrementalHash? hash)
    {
        if (hash is null) return "";
        Span<byte> value = stackalloc byte[SHA256.HashSizeInBytes];
        return Convert.ToHexStringLower(value[..hash.GetHashAndReset(value)]);
    }
}
