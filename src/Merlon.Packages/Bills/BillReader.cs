using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Merlon.Packages.Bills.CycloneDx;

namespace Merlon.Packages.Bills;

/// <summary>
/// Reads bills of materials item by item: CycloneDX 1.0 to 1.7 (JSON, XML), SPDX 2.2 and 2.3 (JSON, tag-value) and 3.0
/// (JSON-LD). The format is told from the content. What breaks the rules comes as <see cref="BillProblem"/> between the
/// items; reading goes on as far as it can. No DTD or entity of XML is ever read.
/// </summary>
public sealed class BillReader(BillLimits? limits = null)
{
    const int SniffedBytes = 4096;
    const int ItemsAhead = 500;
    const int BatchesAhead = 8;

    readonly BillLimits limits = limits ?? new();

    /// <summary>Reads from a stream. One that cannot seek is first copied into a temporary file.</summary>
    public IEnumerable<BillItem> Read(Stream content)
    {
        using var copy = content.CanSeek ? null : Copy(content);
        var stream = copy ?? content;
        if (stream.Length - stream.Position > limits.MaxBytes)
        {
            yield return new BillProblem("", $"is larger than {limits.MaxBytes} bytes");
            yield break;
        }
        foreach (var item in Choose(stream)) yield return item;
    }

    /// <summary>
    /// Reads on a thread of its own, some thousand items ahead of who takes them, so that reading and what is done with the items
    /// go on side by side. The stream is not to be touched before the reading has ended; it ends too when the items are taken no more.
    /// </summary>
    public async IAsyncEnumerable<BillItem> ReadAhead(Stream content, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var batches = Channel.CreateBounded<BillItem[]>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(() => Send(content, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(ct))
                foreach (var item in batch) yield return item;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    // What goes wrong ends the channel, and so reaches the taker.
    async Task Send(Stream content, ChannelWriter<BillItem[]> to, CancellationToken ct)
    {
        try
        {
            foreach (var batch in Read(content).Chunk(ItemsAhead)) await to.WriteAsync(batch, ct);
            to.Complete();
        }
        catch (Exception e)
        {
            to.Complete(e);
        }
    }

    IEnumerable<BillItem> Choose(Stream stream)
    {
        var start = stream.Position;
        var head = Head(stream);
        stream.Position = start;
        if (head.StartsWith('<')) return new CycloneDxXmlReader(limits).Read(stream);
        if (!head.StartsWith('{')) return Spdx.SpdxTagValueReader.Read(stream, limits);
        return Spdx.SpdxJson.Recognize(stream) switch
        {
            Spdx.SpdxFlavor.Version2 => new Spdx.SpdxJsonReader(limits).Read(stream),
            Spdx.SpdxFlavor.Version3 => new Spdx.Spdx3Reader(limits).Read(stream),
            _ => new CycloneDxJsonReader(limits).Read(stream),
        };
    }

    static string Head(Stream stream)
    {
        var bytes = new byte[SniffedBytes];
        var length = stream.ReadAtLeast(bytes, SniffedBytes, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(bytes, 0, length).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }

    FileStream Copy(Stream content)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        var buffer = new byte[1 << 16];
        int read;
        while (file.Length <= limits.MaxBytes && (read = content.Read(buffer)) > 0) file.Write(buffer, 0, read);
        file.Position = 0;
        return file;
    }
}
