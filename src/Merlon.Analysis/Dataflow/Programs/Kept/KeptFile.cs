using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>
/// A file in which something is kept between scans: a hash of the rest, what the rest was made with, and the rest. One that is missing, too
/// large, damaged or made with anything else holds nothing.
/// </summary>
/// <param name="path">The file; its folder is made when needed.</param>
/// <param name="madeWith">The digest of all that the content depends on besides the code.</param>
sealed class KeptFile(string path, UInt128 madeWith)
{
    const int Most = 1 << 30, Head = SHA256.HashSizeInBytes + 16;

    /// <summary>What was kept; null when that is nothing.</summary>
    public ReadOnlyMemory<byte>? Read() => ReadAny(path) is var (made, content) && made == madeWith ? content : default(ReadOnlyMemory<byte>?);

    /// <summary>What was kept, whatever it was made with; null when that is nothing.</summary>
    public static (UInt128 MadeWith, ReadOnlyMemory<byte> Content)? ReadAny(string path)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: >= Head and <= Most }) return null;
            var bytes = File.ReadAllBytes(path);
            return SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))
                ? (BinaryPrimitives.ReadUInt128LittleEndian(bytes.AsSpan(SHA256.HashSizeInBytes)), bytes.AsMemory(Head))
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Replaces what was kept as a whole; what is too much is not kept at all.</summary>
    public void Write(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var head = new byte[Head];
        BinaryPrimitives.WriteUInt128LittleEndian(head.AsSpan(SHA256.HashSizeInBytes), madeWith);
        List<ReadOnlyMemory<byte>> all = [head.AsMemory(SHA256.HashSizeInBytes), .. parts];
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        if (all.Sum(p => (long)p.Length) + SHA256.HashSizeInBytes > Most)
        {
            File.Delete(path);
            return;
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in all) hash.AppendData(part.Span);
        var scratch = $"{path}.{Environment.ProcessId}";
        using (var file = File.Create(scratch))
        {
            file.Write(hash.GetHashAndReset());
            foreach (var part in all) file.Write(part.Span);
        }
        File.Move(scratch, path, overwrite: true);
    }
}
