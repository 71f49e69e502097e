using System.Buffers;
using System.Collections.Concurrent;
using System.Text;

namespace Merlon.Analysis.Trees;

/// <summary>Reads one file once: its digests, its kind, and its content in overlapping windows (see <see cref="ContentWindow"/>).</summary>
sealed class ContentReader(int windowBytes, int margin)
{
    const int DigestBytes = 256 << 10;

    readonly ConcurrentBag<ContentDigests> spare = [];

    /// <summary>What <see cref="Read"/> takes; the other digests are empty.</summary>
    public ScanDigests Digests { get; init; } = ScanDigests.All;

    /// <summary>What the reading told about the file as a whole.</summary>
    public sealed record Result(FileDigests Digests, ContentKind Kind);

    /// <summary>A file of size 0 is never opened, so that a pipe or a device cannot hold the scan up.</summary>
    public Result Read(ScannedTree tree, TreeFile file, Action<ContentWindow> read, CancellationToken ct) =>
        (file.Size < windowBytes ? ReadWhole(tree, file, read) : null) ?? ReadInWindows(tree, file, read, ct);

    /// <summary>The same without the content.</summary>
    public Result Digest(ScannedTree tree, TreeFile file, CancellationToken ct)
    {
        var digests = Take();
        using var raw = new DigestingStream(file.Size == 0 ? Stream.Null : tree.Open(file), digests);
        var buffer = ArrayPool<byte>.Shared.Rent(DigestBytes);
        try
        {
            var read = raw.ReadAtLeast(buffer, (int)Math.Min(file.Size, ContentKind.SampleBytes), throwOnEndOfStream: false);
            var kind = ContentKind.Of(buffer.AsSpan(0, (int)Math.Min(read, Math.Min(file.Size, ContentKind.SampleBytes))));
            while (read > 0)
            {
                ct.ThrowIfCancellationRequested();
                read = raw.Read(buffer.AsSpan());
            }
            var result = new Result(digests.Take(), kind);
            spare.Add(digests);
            return result;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    ContentDigests Take(ScanDigests taking = ScanDigests.All) => spare.TryTake(out var digests) ? digests : new(taking);

    /// <summary>Most files: one read, one window. Null for a file that has grown since the walk, or must be read in another encoding.</summary>
    Result? ReadWhole(ScannedTree tree, TreeFile file, Action<ContentWindow> read)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)file.Size + 1);
        try
        {
            var filled = Fill(tree, file, buffer.AsSpan(0, (int)file.Size + 1));
            var kind = ContentKind.Of(buffer.AsSpan(0, Math.Min(filled, ContentKind.SampleBytes)));
            if (filled > file.Size || kind.Transcode is not null) return null;
            var digests = ContentDigests.Of(buffer.AsSpan(0, filled), Digests);
            read(new(buffer.AsMemory(0, filled), 0, 1, 0, filled, kind.Binary) { First = true, Last = true });
            return new(digests, kind);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static int Fill(ScannedTree tree, TreeFile file, Span<byte> buffer)
    {
        if (file.Size == 0) return 0;
        using var handle = tree.OpenHandle(file);
        // A file's end is known when less came than was asked for; most files are one call.
        for (var filled = 0; ;)
        {
            var count = RandomAccess.Read(handle, buffer[filled..], filled);
            filled += count;
            if (count == 0 || filled == file.Size || filled == buffer.Length) return filled;
        }
    }

    Result ReadInWindows(ScannedTree tree, TreeFile file, Action<ContentWindow> read, CancellationToken ct)
    {
        var digests = Take(Digests);
        using var raw = new DigestingStream(file.Size == 0 ? Stream.Null : tree.Open(file), digests);
        var sample = new byte[(int)Math.Min(file.Size, ContentKind.SampleBytes)];
        var sampled = raw.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        var kind = ContentKind.Of(sample.AsSpan(0, sampled));
        using var whole = new PrefixedStream(sample.AsMemory(0, sampled), raw);
        using var text = kind.Transcode is { } encoding ? Transcoded(whole, encoding) : whole;
        Windows(text, BufferFor(file, kind), kind.Binary, read, ct);
        var result = new Result(digests.Take(), kind);
        // After a failure they are left behind: they hold half a file.
        spare.Add(digests);
        return result;
    }

    int BufferFor(TreeFile file, ContentKind kind) =>
        // One byte more than the file, so that its end is seen; up to three bytes of UTF-8 come of two of UTF-16.
        (int)Math.Min(windowBytes, (kind.Transcode is null ? file.Size : file.Size * 3 / 2) + 1);

    static Stream Transcoded(Stream whole, Encoding encoding)
    {
        var text = Encoding.CreateTranscodingStream(whole, encoding, new UTF8Encoding(false), leaveOpen: true);
        Span<byte> mark = stackalloc byte[3];
        var read = text.ReadAtLeast(mark, 3, throwOnEndOfStream: false);
        return read == 3 && mark.SequenceEqual(Encoding.UTF8.Preamble) ? text : new PrefixedStream(mark[..read].ToArray(), text);
    }

    void Windows(Stream content, int capacity, bool binary, Action<ContentWindow> read, CancellationToken ct)
    {
        // A file that has grown since the walk meets a buffer made for less.
        var context = Math.Min(margin, capacity / 4);
        var buffer = ArrayPool<byte>.Shared.Rent(capacity);
        try
        {
            var (kept, ownedFrom, offset, line, first) = (0, 0, 0L, 1, true);
            while (true)
            {
                ct.ThrowIfCancellationRequested();
                // The pool may hand out more than was asked for; using it would make the windows depend on the pool's mood.
                var filled = kept + content.ReadAtLeast(buffer.AsSpan(kept, capacity - kept), capacity - kept, throwOnEndOfStream: false);
                var last = filled < capacity;
                var ownedTo = last ? filled : LineStart(buffer, filled - context, Math.Max(ownedFrom + 1, filled - (2 * context)));
                read(new(buffer.AsMemory(0, filled), offset, line, ownedFrom, ownedTo, binary) { First = first, Last = last });
                if (last) return;
                var drop = Math.Max(0, ownedTo - context);
                line += buffer.AsSpan(0, drop).Count((byte)'\n');
                buffer.AsSpan(drop, filled - drop).CopyTo(buffer);
                (kept, ownedFrom, offset, first) = (filled - drop, ownedTo - drop, offset + drop, false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The last start of a line in [floor, from], or <paramref name="from"/> where a line is longer than that.</summary>
    static int LineStart(byte[] buffer, int from, int floor) =>
        from <= floor ? from
        : buffer.AsSpan(floor, from - floor).LastIndexOf((byte)'\n') is >= 0 and var at ? floor + at + 1
        : from;
}
