using Amazon.S3;
using Amazon.S3.Model;

namespace Merlon.Core.Blobs;

/// <summary>
/// A stream that becomes an object when it is completed: one request when it is small, parts when it is not. Holds one part in memory.
/// Disposed without being completed it leaves nothing.
/// </summary>
internal sealed class S3Upload(IAmazonS3 client, string bucket, string key, CancellationToken ct) : Stream
{
    // Parts must have 5 MiB at least, and there may be 10,000: objects of up to 80 GB.
    private const int PartSize = 8 << 20;
    private readonly MemoryStream _part = new(PartSize);
    private readonly List<PartETag> _sent = [];
    private string? _upload;
    private bool _completed;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Makes the object appear.</summary>
    public async Task Complete()
    {
        if (_upload is null)
        {
            _part.Position = 0;
            await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, InputStream = _part, AutoCloseStream = false, UseChunkEncoding = false }, ct);
        }
        else
        {
            if (_part.Length > 0) await SendPart();
            await client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = _upload, PartETags = _sent }, ct);
        }
        _completed = true;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            var taken = Math.Min(buffer.Length, PartSize - (int)_part.Length);
            _part.Write(buffer.Span[..taken]);
            buffer = buffer[taken..];
            if (_part.Length == PartSize) await SendPart();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Compressors write their last bytes synchronously in places; these fit in the part at hand or wait for it to be sent.
    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (!_completed && _upload is not null) await Abort(_upload);
        await _part.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task Abort(string upload)
    {
        try
        {
            await client.AbortMultipartUploadAsync(bucket, key, upload, CancellationToken.None);
        }
        catch (AmazonS3Exception)
        {
            // Why the write broke matters more; the sweeper, or the store's own rules, remove the parts.
        }
    }

    private async Task SendPart()
    {
        _upload ??= (await client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = bucket, Key = key }, ct)).UploadId;
        _part.Position = 0;
        var number = _sent.Count + 1;
        var sent = await client.UploadPartAsync(new UploadPartRequest { BucketName = bucket, Key = key, UploadId = _upload, PartNumber = number, PartSize = _part.Length, InputStream = _part, UseChunkEncoding = false }, ct);
        _sent.Add(new PartETag(number, sent.ETag));
        _part.SetLength(0);
    }
}
