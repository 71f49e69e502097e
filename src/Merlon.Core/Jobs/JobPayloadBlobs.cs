using Merlon.Core.Blobs;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Jobs;

/// <summary>The blobs that payloads of jobs name which have not completed: a failed one may be retried.</summary>
internal sealed class JobPayloadBlobs(MerlonDb db) : IBlobOwner
{
    public async Task<IReadOnlySet<BlobId>> Named(IReadOnlyCollection<BlobId> ids, CancellationToken ct)
    {
        var named = new HashSet<BlobId>();
        var payloads = db.OfAllTenants<Job>().Where(j => j.Status != JobStatus.Completed && j.Status != JobStatus.Canceled && j.Payload != "{}").Select(j => j.Payload);
        await foreach (var payload in payloads.AsAsyncEnumerable().WithCancellation(ct))
            named.UnionWith(ids.Where(id => payload.Contains(id.Value, StringComparison.Ordinal)));
        return named;
    }
}
