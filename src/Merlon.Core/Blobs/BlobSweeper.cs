using Merlon.Core.Jobs;
using Merlon.Core.Storage.Engines;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Blobs;

/// <summary>Removes blobs that no row names, once they are older than the time of grace in which their row may still come.</summary>
internal sealed partial class BlobSweeper(IBlobStore blobs, IEnumerable<IBlobOwner> owners, IStorageEngine engine, TimeProvider time, ILogger<BlobSweeper> log) : IRecurringWork
{
    /// <summary>The time between a blob and the row that names it, generously.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <summary>The lock that keeps a backup's blobs in place while it copies them.</summary>
    public const string LockName = "blob-sweep";
    private const int BatchSize = 500;

    public string Name => "blob-sweeper";

    public JobLane Lane => JobLane.Light;

    public string? Cron => "0 41 3 * * ?";

    public async Task Run(CancellationToken ct)
    {
        await using var held = await engine.Lock(LockName, ct);
        var before = time.GetUtcNow() - Grace;
        await blobs.RemovePartial(before, ct);
        var removed = 0;
        var batch = new List<BlobId>(BatchSize);
        await foreach (var blob in blobs.List(ct))
        {
            if (blob.WrittenAt >= before) continue;
            batch.Add(blob.Id);
            if (batch.Count < BatchSize) continue;
            removed += await Sweep(batch, ct);
            batch.Clear();
        }
        removed += await Sweep(batch, ct);
        if (removed > 0) Swept(removed);
    }

    private async Task<int> Sweep(List<BlobId> batch, CancellationToken ct)
    {
        if (batch.Count == 0) return 0;
        var orphans = batch.ToHashSet();
        foreach (var owner in owners) orphans.ExceptWith(await owner.Named(batch, ct));
        foreach (var orphan in orphans) await blobs.Delete(orphan, ct);
        return orphans.Count;
    }

    [LoggerMessage(2201, LogLevel.Information, "{Count} blobs that nothing names were removed")]
    private partial void Swept(int count);
}
