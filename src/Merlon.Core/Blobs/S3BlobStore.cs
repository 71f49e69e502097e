using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace Merlon.Core.Blobs;

/// <summary>Blobs as objects of any S3-compatible store. An object appears when its upload is completed, whole or not at all, and is then durable by the store's own promise.</summary>
public sealed class S3BlobStore(IAmazonS3 client, S3Place place, TimeProvider time) : IBlobStore
{
    public async Task<BlobId> Write(Func<Stream, CancellationToken, Task> write, BlobForm form, CancellationToken ct)
    {
        var id = BlobId.New(form, time.GetUtcNow());
        await Store(id, stored => BlobForms.Write(stored, form, write, ct), ct);
        return id;
    }

    public Task Restore(BlobId id, Stream stored, CancellationToken ct) => Store(id, to => stored.CopyToAsync(to, ct), ct);

    public async Task<Stream> Open(BlobId id, CancellationToken ct) => BlobForms.Read(await OpenStored(id, ct), id.Form);

    public async Task<Stream> OpenStored(BlobId id, CancellationToken ct)
    {
        try
        {
            return (await client.GetObjectAsync(place.Bucket, KeyOf(id), ct)).ResponseStream;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            throw new FileNotFoundException($"There is no blob {id}.", exception);
        }
    }

    public Task Delete(BlobId id, CancellationToken ct) => client.DeleteObjectAsync(place.Bucket, KeyOf(id), ct);

    public async IAsyncEnumerable<StoredBlob> List([EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = place.Bucket, Prefix = place.Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await client.ListObjectsV2Async(request, ct);
            foreach (var item in page.S3Objects ?? [])
            {
                if (BlobId.TryParse(item.Key[place.Prefix.Length..], out var id)) yield return new(id, item.Size ?? 0, new DateTimeOffset(item.LastModified!.Value.ToUniversalTime()));
            }
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public async Task RemovePartial(DateTimeOffset before, CancellationToken ct)
    {
        foreach (var upload in await Uploads(ct))
        {
            if (upload.Initiated is { } begun && new DateTimeOffset(begun.ToUniversalTime()) < before)
                await client.AbortMultipartUploadAsync(place.Bucket, upload.Key, upload.UploadId, ct);
        }
    }

    private async Task<List<MultipartUpload>> Uploads(CancellationToken ct)
    {
        try
        {
            return (await client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = place.Bucket, Prefix = place.Prefix }, ct)).MultipartUploads ?? [];
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode is HttpStatusCode.NotImplemented or HttpStatusCode.MethodNotAllowed)
        {
            // Stores that cannot list them forget them by themselves.
            return [];
        }
    }

    private async Task Store(BlobId id, Func<Stream, Task> write, CancellationToken ct)
    {
        await using var upload = new S3Upload(client, place.Bucket, KeyOf(id), ct);
        await write(upload);
        await upload.Complete();
    }

    private string KeyOf(BlobId id) => place.Prefix + id.Value;
}
