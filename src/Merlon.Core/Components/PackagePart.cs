using System.Data.Common;
using System.Text.Json;
using Merlon.Analysis;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Components;

/// <summary>The packages of a scan: rows under the scan's key at once, judged by the advisories before the scan is published.</summary>
internal sealed class PackagePart(MerlonDb db, IStorageEngine engine, Keys keys, PackageJudge judge) : IScanPart
{
    private static readonly string[] ColumnList =
        ["tenant_key", "scan_key", "key", "purl", "component", "name_folded", "version", "direct", "scope", "licenses", "through", "manifest", "requirement", "state", "vulnerabilities"];

    private PackageTally _tally = new();

    public async Task Stage(Scan scan, IReadOnlyList<ScanResult> batch, CancellationToken ct)
    {
        var packages = batch.OfType<FoundPackage>().ToList();
        if (packages.Count == 0) return;
        var key = await keys.Range<ScanPackage>(packages.Count, ct);
        await using var connection = await engine.Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await engine.Load(transaction, "scan_packages", ColumnList, packages.Select(package => Row(scan, key++, package)).ToAsyncEnumerable(), ct);
        await transaction.CommitAsync(ct);
    }

    public async Task Prepare(Scan scan, IScanIntake more, CancellationToken ct)
    {
        _tally = new PackageTally();
        await foreach (var hits in judge.Judge(scan, _tally, ct)) await more.Stage(scan, hits, ct);
    }

    public Task Publish(Scan scan, DbTransaction transaction, CancellationToken ct)
    {
        scan.Counts = _tally.Into(scan.Counts);
        return Task.CompletedTask;
    }

    public Task Discard(Scan scan, CancellationToken ct) => db.Of<ScanPackage>(scan.Tenant()).Where(p => p.ScanKey == scan.Key).ExecuteDeleteAsync(ct);

    private static object?[] Row(Scan scan, long key, FoundPackage package)
    {
        var purl = Purl.TryParse(package.Purl, out var parsed) ? parsed : null;
        return
        [
            scan.TenantKey, scan.Key, key, package.Purl, purl?.WithoutVersion().ToString() ?? package.Purl, Columns.Fold(purl?.Name ?? package.Purl), purl?.Version ?? "", package.Direct, (int)package.Scope,
            Json(package.Licenses), Json(package.Through), package.Manifest, package.Requirement, (int)PackageState.NoData, 0,
        ];
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
