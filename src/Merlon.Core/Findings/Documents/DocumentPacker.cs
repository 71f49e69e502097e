using System.Buffers;
using System.Text.Json;

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

    /// <summary>The blocks; all of them after <see cref="Close"/>.</summary>
    public IReadOnlyList<byte[]> Blocks => _blocks;

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

    public void Dispose() => _json.Dispose();
}
