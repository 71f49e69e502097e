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

    /// <summary>Reads the documents at some places of a block.</summary>
    public static IEnumerable<(int Place, FindingDocument Document)> Read(byte[] packed, IReadOnlySet<int> places)
    {
        var bytes = new ArrayBufferWriter<byte>(packed.Length * 8);
        using (var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            int read;
            while ((read = inflate.Read(bytes.GetSpan(4096))) > 0) bytes.Advance(read);
        }
        var (documents, at) = (bytes.WrittenMemory, 0);
        for (var place = 0; at < documents.Length; place++)
        {
            var length = (int)VarInt.Read(documents.Span, ref at);
            if (places.Contains(place)) yield return (place, FindingDocument.Parse(documents.Span.Slice(at, length)));
            at += length;
        }
    }
}
