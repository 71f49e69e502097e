using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Gathers what makes something what it is; two with the same digest are taken to be the same.</summary>
sealed class Digest : IDisposable
{
    byte[] bytes = ArrayPool<byte>.Shared.Rent(1024);
    int length;

    public Digest Add(string? text)
    {
        if (text is null) return Add(0);
        // A number before it that is never zero, and bytes that say themselves where they end.
        Add(text.Length + 1);
        length += Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text.Length)));
        return this;
    }

    public Digest Add(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), number);
        length += sizeof(long);
        return this;
    }

    public Digest Add(int number)
    {
        var to = Reserve(5);
        var (left, count) = ((uint)number, 0);
        for (; left >= 0x80; left >>= 7) to[count++] = (byte)(left | 0x80);
        to[count++] = (byte)left;
        length += count;
        return this;
    }

    public Digest Add(bool truth) => Add(truth ? 1 : 0);

    public Digest Add(UInt128 other) => Add((long)(ulong)other).Add((long)(ulong)(other >> 64));

    public Digest Add(IReadOnlyCollection<int> numbers)
    {
        Add(numbers.Count);
        foreach (var number in numbers) Add(number);
        return this;
    }

    public Digest Add(IReadOnlyCollection<string> texts)
    {
        Add(texts.Count);
        foreach (var text in texts) Add(text);
        return this;
    }

    public Digest Add(ImmutableArray<Annotation> annotations)
    {
        Add(annotations.Length);
        foreach (var annotation in annotations)
        {
            Add(annotation.Name).Add(annotation.Arguments.Count);
            foreach (var (key, value) in annotation.Arguments.OrderBy(a => a.Key, StringComparer.Ordinal)) Add(key).Add(value);
        }
        return this;
    }

    public Digest Add(ReadOnlySpan<byte> text)
    {
        Add(text.Length);
        text.CopyTo(Reserve(text.Length));
        length += text.Length;
        return this;
    }

    /// <summary>The digest of all that was added; what is added next begins anew.</summary>
    public UInt128 Take()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        length = 0;
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    /// <summary>So many bytes behind those that were added.</summary>
    Span<byte> Reserve(int count)
    {
        if (count > bytes.Length - length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(length + count, 2 * bytes.Length));
            bytes.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
        return bytes.AsSpan(length);
    }
}
