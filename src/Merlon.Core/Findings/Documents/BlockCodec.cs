using System.Buffers;
using System.IO.Compression;
using Merlon.Core.Findings.Lists;

namespace Merlon.Core.Findings.Documents;

/// <summary>How documents stand in a block: each as its length (a variable-length number) and its JSON, all of it deflated.</summary>
internal static class BlockCodec
{
    /// <summary>Packs up to <see cref="DocumentPlace.PerBlock"/> documents.</summary>
    public static byte[] Pack(IReadOnlyList<ReadOnlyMemory<byte>> documents)
    {
        var packed = new MemoryStream(4096);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var length = new List<byte>(4);
            foreach (var document in documents)
            {
                length.Clear();
                VarInt.Write(length, document.Length);
                deflate.Write([.. length]);
                deflate.Write(document.Span);
            }
        }
        return packed.ToArray();
    }

    /// <summary>Reads the documents at some places of a block, each with how many bytes it is long as it is kept.</summary>
    public static List<(int Place, int Length, FindingDocument Document)> Read(byte[] packed, IReadOnlySet<int> places)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(packed.Length * 8);
        try
        {
            // Inflating may take another, larger buffer.
            var length = Inflate(packed, ref buffer);
            return Read(buffer.AsSpan(0, length), places);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static List<(int Place, int Length, FindingDocument Document)> Read(ReadOnlySpan<byte> documents, IReadOnlySet<int> places)
    {
        var (found, at) = (new List<(int Place, int Length, FindingDocument Document)>(places.Count), 0);
        for (var place = 0; at < documents.Length && found.Count < places.Count; place++)
        {
            var length = (int)VarInt.Read(documents, ref at);
            if (places.Contains(place)) found.Add((place, length, FindingDocument.Parse(documents.Slice(at, length))));
            at += length;
        }
        return found;
    }

    private static int Inflate(byte[] packed, ref byte[] buffer)
    {
        using var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        var length = 0;
        while (true)
        {
            if (length == buffer.Length) Grow(ref buffer);
            var read = inflate.Read(buffer.AsSpan(length));
            if (read == 0) return length;
            length += read;
        }
    }

    private static void Grow(ref byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger.AsSpan());
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
