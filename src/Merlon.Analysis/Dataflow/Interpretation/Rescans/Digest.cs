using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Gathers what makes something what it is; two with the same digest are taken to be the same.</summary>
sealed class Digest : IDisposable
{
    readonly MemoryStream bytes = new();
    readonly BinaryWriter writer;

    public Digest() => writer = new BinaryWriter(bytes, Encoding.UTF8);

    public Digest Add(string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
        return this;
    }

    public Digest Add(long number)
    {
        writer.Write(number);
        return this;
    }

    public Digest Add(int number)
    {
        writer.Write7BitEncodedInt(number);
        return this;
    }

    public Digest Add(bool truth)
    {
        writer.Write(truth);
        return this;
    }

    public Digest Add(UInt128 other) => Add((long)(ulong)other).Add((long)(ulong)(other >> 64));

    public Digest Add(IReadOnlyCollection<int> numbers)
    {
        Add(numbers.Count);
        foreach (var number in numbers) writer.Write7BitEncodedInt(number);
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
            Add(annotation.Name);
            foreach (var (key, value) in annotation.Arguments.OrderBy(a => a.Key, StringComparer.Ordinal)) Add(key).Add(value);
        }
        return this;
    }

    public Digest Add(ReadOnlySpan<byte> text)
    {
        writer.Write7BitEncodedInt(text.Length);
        writer.Write(text);
        return this;
    }

    /// <summary>The digest of all that was added; what is added next begins anew.</summary>
    public UInt128 Take()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        writer.Flush();
        SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), hash);
        bytes.SetLength(0);
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }

    public void Dispose()
    {
        writer.Dispose();
        bytes.Dispose();
    }
}
