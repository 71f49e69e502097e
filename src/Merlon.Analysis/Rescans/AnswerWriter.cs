using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Merlon.Analysis.Rescans;

/// <summary>Writes a file of answers: 16 bytes of what they were made with; per answer 16 bytes of key, one of age, four of length and the answer; SHA-256 of all that.</summary>
sealed class AnswerWriter : IDisposable
{
    /// <summary>Bytes of an answer besides itself.</summary>
    public const int Overhead = 21;

    readonly FileStream file;
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly byte[] head = new byte[Overhead];
    bool finished;

    public AnswerWriter(string path, UInt128 madeWith)
    {
        Path = path;
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        BinaryPrimitives.WriteUInt128LittleEndian(head, madeWith);
        Append(head.AsSpan(0, 16));
    }

    public string Path { get; }

    public long Length { get; private set; }

    public void Write(UInt128 key, int age, ReadOnlySpan<byte> answer)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(head, key);
        head[16] = (byte)age;
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(17), answer.Length);
        Append(head);
        Append(answer);
    }

    /// <summary>Writes the hash and closes the file, which then stays.</summary>
    public void Finish()
    {
        file.Write(hash.GetHashAndReset());
        file.Flush(flushToDisk: true);
        file.Dispose();
        finished = true;
    }

    public void Dispose()
    {
        hash.Dispose();
        file.Dispose();
        if (!finished) File.Delete(Path);
    }

    void Append(ReadOnlySpan<byte> bytes)
    {
        file.Write(bytes);
        hash.AppendData(bytes);
        Length += bytes.Length;
    }
}
