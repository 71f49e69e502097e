using System.Buffers;
using System.Text.Json;
using Merlon.Core.Scans;

namespace Merlon.Core.Findings.Documents;

/// <summary>Packs the documents of a batch into blocks, in the order they come.</summary>
internal sealed class DocumentPacker : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;
    private readonly List<ReadOnlyMemory<byte>> _open = new(DocumentPlace.PerBlock);
    private readonly List<byte[]> _blocks = [];
    private int _kept;

    public DocumentPacker() => _json = new Utf8JsonWriter(_buffer);

    /// <summary>How many blocks there are after <see cref="Close"/>.</summary>
    public int Count => _blocks.Count;

    /// <summary>A document as it is kept; good until the next call.</summary>
    public ReadOnlySpan<byte> Write(FindingDocument document)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        document.Write(_json);
        _json.Flush();
        return _buffer.WrittenSpan;
    }

    /// <summary>Keeps the document last written; answers its place counted from the first block of this batch.</summary>
    public int Keep()
    {
        _open.Add(_buffer.WrittenSpan.ToArray());
        if (_open.Count == DocumentPlace.PerBlock) Close();
        return _kept++;
    }

    /// <summary>Ends the last block.</summary>
    public void Close()
    {
        if (_open.Count == 0) return;
        _blocks.Add(BlockCodec.Pack(_open));
        _open.Clear();
    }

    /// <summary>The rows of the blocks, with keys from <paramref name="first"/> on.</summary>
    public IEnumerable<object?[]> Rows(Scan scan, long first) => _blocks.Select((block, place) => new object?[] { scan.TenantKey, first + place, scan.Key, block });

    public void Dispose() => _json.Dispose();
}
