using System.Data.Common;
using System.Text.Json;
using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Nodes.Collection.Packages;
using Merlon.Nodes.Snapshots;
using Merlon.Packages.Advisories;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Snapshots;

/// <summary>Compares the packages of a snapshot with advisories and keeps them as the node's <see cref="NodePackage"/> rows. One for each scan.</summary>
internal sealed class PackageRows(IStorageEngine engine, IEnumerable<IAdvisorySource> advisories)
{
    private static readonly string[] Columns =
        ["tenant_key", "node_key", "sequence", "scan_key", "purl", "name", "name_folded", "version", "state", "vulnerability_count", "worst", "vulnerabilities"];

    private readonly List<object?[]> _rows = [];

    /// <summary>Packages read.</summary>
    public long Count => _rows.Count;

    /// <summary>Those that an advisory hits.</summary>
    public long Vulnerable { get; private set; }

    /// <summary>Reads and judges them; called before a transaction is open.</summary>
    public async Task Read(TenantId tenant, NodeScan scan, SnapshotReader snapshot, CancellationToken ct)
    {
        _rows.Clear();
        Vulnerable = 0;
        var purls = InstalledPurls.In(snapshot).Select(installed => installed.Purl);
        var verdicts = advisories.LastOrDefault() is { } source
            ? new AdvisoryMatcher(source).Match(purls, ct)
            : purls.Select(purl => new PackageVerdict(purl, PackageState.NoData, [])).ToAsyncEnumerable();
        await foreach (var verdict in verdicts.WithCancellation(ct))
        {
            if (verdict.Matches.Length > 0) Vulnerable++;
            _rows.Add(Row(tenant, scan, _rows.Count + 1, verdict));
        }
    }

    /// <summary>Puts them in the place of those that the node had; inside the transaction.</summary>
    public async Task Replace(MerlonDb db, DbTransaction transaction, Node node, CancellationToken ct)
    {
        await db.Set<NodePackage>().Where(p => p.TenantKey == node.TenantKey && p.NodeKey == node.Key).ExecuteDeleteAsync(ct);
        if (_rows.Count > 0) await engine.Load(transaction, "node_packages", Columns, _rows.ToAsyncEnumerable(), ct);
    }

    private static object?[] Row(TenantId tenant, NodeScan scan, int sequence, PackageVerdict verdict)
    {
        var hits = verdict.Matches.OrderByDescending(m => m.Severity).ThenBy(m => m.Advisory.Id, StringComparer.Ordinal)
            .Select(m => new NodeVulnerability(m.Advisory.Id, m.Severity, m.CvssScore, m.FixedIn, m.Aliases)).ToList();
        var name = verdict.Package.FullName;
        return
        [
            tenant.Key, scan.NodeKey, sequence, scan.Key, verdict.Package.ToString(), name, Storage.Columns.Fold(name), verdict.Package.Version ?? "",
            (int)verdict.State, hits.Count, (int)(hits.Count == 0 ? Severity.Unknown : hits[0].Severity), JsonSerializer.Serialize(hits, JsonSerializerOptions.Web),
        ];
    }
}
