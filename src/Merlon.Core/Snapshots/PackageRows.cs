using System.Data.Common;
using System.Text.Json;
using Merlon.Core.Nodes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Snapshots;

/// <summary>Compares the packages of a snapshot with advisories and keeps them as the node's <see cref="NodePackage"/> rows. One for each scan.</summary>
internal sealed class PackageRows(IStorageEngine engine, IEnumerable<IAdvisorySource> advisories)
{
    private static readonly string[] Columns =
        ["tenant_key", "node_key", "sequence", "scan_key", "purl", "name", "name_folded", "version", "state", "vulnerability_count", "worst", "vulnerabilities"];

    private static readonly int PurlAt = Array.IndexOf(Columns, "purl");
    private static readonly int StateAt = Array.IndexOf(Columns, "state");
    private static readonly int VulnerabilitiesAt = Array.IndexOf(Columns, "vulnerabilities");

    private readonly List<object?[]> _rows = [];

    /// <summary>How they stand.</summary>
    public NodePackageTally Tally { get; private set; }

    /// <summary>Their purls.</summary>
    public IEnumerable<string> Purls => _rows.Select(row => (string)row[PurlAt]!);

    /// <summary>What was judged of each, in their order: equal for packages that stand as before.</summary>
    public IEnumerable<(string Purl, PackageState State, string Vulnerabilities)> Judgements =>
        _rows.Select(row => ((string)row[PurlAt]!, (PackageState)(int)row[StateAt]!, (string)row[VulnerabilitiesAt]!));

    /// <summary>Judges the packages that a scan saw; called before a transaction is open.</summary>
    public async Task Read(NodeScan scan, IEnumerable<Purl> purls, CancellationToken ct)
    {
        _rows.Clear();
        Tally = default;
        var verdicts = advisories.LastOrDefault() is { } source
            ? new AdvisoryMatcher(source).Match(purls, ct)
            : purls.Select(purl => new PackageVerdict(purl, PackageState.NoData, [])).ToAsyncEnumerable();
        await foreach (var verdict in verdicts.WithCancellation(ct))
        {
            Tally = Tally.With(verdict);
            _rows.Add(Row(scan, _rows.Count + 1, verdict));
        }
    }

    /// <summary>Puts them in the place of those that the node had; inside the transaction.</summary>
    public async Task Replace(MerlonDb db, DbTransaction transaction, Node node, CancellationToken ct)
    {
        await db.Set<NodePackage>().Where(p => p.TenantKey == node.TenantKey && p.NodeKey == node.Key).ExecuteDeleteAsync(ct);
        if (_rows.Count > 0) await engine.Load(transaction, "node_packages", Columns, _rows.ToAsyncEnumerable(), ct);
    }

    private static object?[] Row(NodeScan scan, int sequence, PackageVerdict verdict)
    {
        var hits = verdict.Matches.OrderByDescending(m => m.Severity).ThenBy(m => m.Advisory.Id, StringComparer.Ordinal)
            .Select(m => new NodeVulnerability(m.Advisory.Id, m.Severity, m.CvssScore, m.FixedIn, m.Aliases)).ToList();
        var name = verdict.Package.FullName;
        return
        [
            scan.TenantKey, scan.NodeKey, sequence, scan.Key, verdict.Package.ToString(), name, Storage.Columns.Fold(name), verdict.Package.Version ?? "",
            (int)verdict.State, hits.Count, (int)(hits.Count == 0 ? Severity.Unknown : hits[0].Severity), JsonSerializer.Serialize(hits, JsonSerializerOptions.Web),
        ];
    }
}
