using Merlon.Core.Blobs;

namespace Merlon.Server.Hosting.Health;

/// <summary>The place of large documents answers. Asking for the first of them shows that without writing anything.</summary>
sealed class BlobCheck(IBlobStore blobs) : IReadinessCheck
{
    public string Name => "blobs";

    public async Task Check(CancellationToken ct)
    {
        await using var listed = blobs.List(ct).GetAsyncEnumerator(ct);
        await listed.MoveNextAsync();
    }
}
