using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Merlon.Analysis;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Inventory;

/// <summary>Keeps the files of a scan with their evidence, under the scan's key, by bulk load.</summary>
internal sealed class FilesPart(MerlonDb db, IStorageEngine engine) : IScanPart
{
    private const int ManifestsAtOnce = 500;
    private static readonly string[] Names = ["tenant_key", "scan_key", "key", "path", "size", "md5", "sha1", "binary", "in_inventory", "evidence"];
    private readonly HashSet<string> _manifests = new(StringComparer.Ordinal);
    private long _last;

    public async Task Stage(Scan scan, IReadOnlyList<ScanResult> batch, CancellationToken ct)
    {
        foreach (var package in batch.OfType<FoundPackage>()) _manifests.Add(package.Manifest);
        var files = batch.OfType<ScannedFile>().ToList();
        if (files.Count == 0) return;
        await using var connection = await engine.Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await engine.Load(transaction, "scanned_files", Names, Rows(scan, files, ct), ct);
        await transaction.CommitAsync(ct);
    }

    public async Task Publish(Scan scan, DbTransaction transaction, CancellationToken ct)
    {
        foreach (var some in _manifests.Chunk(ManifestsAtOnce))
        {
            await db.Of<ScannedFileRow>(new TenantId(scan.TenantKey, default)).Where(f => f.ScanKey == scan.Key && some.Contains(f.Path))
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.InInventory, true), ct);
        }
    }

    public async Task Discard(Scan scan, CancellationToken ct)
    {
        (_last, _) = (0, _manifests.RemoveWhere(_ => true));
        await db.Of<ScannedFileRow>(new TenantId(scan.TenantKey, default)).Where(f => f.ScanKey == scan.Key).ExecuteDeleteAsync(ct);
    }

    private async IAsyncEnumerable<object?[]> Rows(Scan scan, List<ScannedFile> files, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var file in files)
        {
            ct.ThrowIfCancellationRequested();
            var evidence = FileEvidenceDocument.From(file);
            yield return [scan.TenantKey, scan.Key, ++_last, file.Path, file.Size, file.Md5, file.Sha1, file.Binary, false, evidence is null ? null : JsonSerializer.Serialize(evidence, JsonSerializerOptions.Web)];
        }
    }
}
