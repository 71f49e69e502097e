using Merlon.Core.Scans;
using Merlon.Core.Storage.Engines;

namespace Merlon.Core.Findings.Publishing;

/// <summary>A scan that is being staged: what its application had when that began, and which fingerprints came already.</summary>
internal sealed class StagingScan
{
    private readonly HashSet<UInt128> _staged = [];
    private int _batches;

    private StagingScan(Scan scan, KnownFindings known) => (Key, Known) = (scan.Key, known);

    /// <summary>The scan's key.</summary>
    public long Key { get; }

    public KnownFindings Known { get; }

    public TagDigests Tags { get; } = new();

    /// <summary>The batch that is being written. It belongs to this scan, so that one whose writing failed does not end the next scan too.</summary>
    public Task Loading { get; set; } = Task.CompletedTask;

    /// <summary>Looks at what there is, and at what the scan staged before if somebody began with it.</summary>
    public static async Task<StagingScan> Begin(Scan scan, IStorageEngine engine, CancellationToken ct)
    {
        await using var connection = await engine.Open(ct);
        var staging = new StagingScan(scan, await KnownFindings.Read(scan, connection, null, ct)) { _batches = await StagedBatch.Last(scan, connection, ct) };
        if (staging._batches == 0) return staging;
        await foreach (var row in StagedBatch.All(scan, connection, ct)) staging.IsFirst(row.Fingerprint);
        return staging;
    }

    /// <summary>Whether this is the first with its fingerprint; the next is not.</summary>
    public bool IsFirst(string fingerprint) => _staged.Add(FingerprintHash.Of(fingerprint));

    /// <summary>The number of the next batch.</summary>
    public int NextBatch() => ++_batches;
}
