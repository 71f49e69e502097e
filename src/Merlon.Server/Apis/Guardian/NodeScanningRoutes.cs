using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Merlon.Nodes.Snapshots;
using Merlon.Server.Apis.Guardian.Documents;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Merlon.Server.Apis.Guardian;

/// <summary>Guardian API, scanning a node and what was seen of it (docs/apis/guardian.md).</summary>
static class NodeScanningRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/nodes/diff", Diff).Needs(Scope.SnapshotsRead);
        api.Post("/nodes/{id}/start_scan", StartScan).Needs(Scope.NodesScan).Answers(StatusCodes.Status201Created);
        api.Get("/nodes/{id}/scan_details", ScanDetails).Needs(Scope.SnapshotsRead);
        api.Get("/nodes/{id}/last_scan_status", LastScanStatus).Needs(Scope.NodesRead);
        api.Get("/nodes/{id}/last_successful_scan", LastSuccessfulScan).Needs(Scope.SnapshotsRead);
        api.Get("/nodes/{id}/last_node_scan_details", LastNodeScanDetails).Needs(Scope.SnapshotsRead);
        api.Get("/nodes/{id}/ci_data", CiData).Needs(Scope.SnapshotsRead);
    }

    static Task<ApiResult<ScanStarted>> StartScan(NumberId id, string? label, NodeRegister nodes, NodeScans scans, Caller caller, CancellationToken ct) =>
        nodes.Find(id.Value, caller, ct).Then(n => scans.Start(n, label, caller, ct)).ToApi(scan => new ScanStarted(scan.JobKey!.Value));

    static Task<IResult> ScanDetails(NumberId id, [FromQuery(Name = "scan_id")] long? scan, [FromQuery(Name = "scan_label")] string? label, SnapshotViews views, Caller caller, CancellationToken ct) =>
        views.Latest(id.Value, caller, ct, scan, string.IsNullOrEmpty(label) ? null : label).ToJson(ScanDocuments.WriteDetails);

    static Task<ApiResult<ScanStatusWire>> LastScanStatus(NumberId id, NodeRegister nodes, NodeScans scans, Caller caller, CancellationToken ct) =>
        nodes.Find(id.Value, caller, ct).Then(n => scans.Last(n, ct)).ToApi(ScanStatusWire.From);

    static Task<ApiResult<ScanStatusWire>> LastSuccessfulScan(NumberId id, NodeRegister nodes, NodeScans scans, Caller caller, CancellationToken ct) =>
        nodes.Find(id.Value, caller, ct).Then(n => scans.LastSuccessful(n, caller, ct)).ToApi(ScanStatusWire.From);

    static Task<IResult> LastNodeScanDetails(NumberId id, [FromQuery(Name = "with_data")] bool? withData, SnapshotViews views, HttpContext http, Caller caller, CancellationToken ct)
    {
        var latest = views.Latest(id.Value, caller, ct);
        return http.Items[ApiSelection.FormatItem] is "csv"
            ? latest.ToAnswer("text/csv; charset=utf-8", (opened, stream) => SnapshotCsv.Write(opened.Snapshot, stream))
            : latest.ToJson((opened, json) => ScanDocuments.WriteScan(opened, json, withData ?? true));
    }

    static async Task<IResult> CiData(NumberId id, [FromQuery(Name = "ci_type")] string? section, SnapshotViews views, Caller caller, CancellationToken ct) => string.IsNullOrWhiteSpace(section)
        ? ApiResults.Refused<Nothing>(new Refusal.Invalid("ci_type", "Name a section, as files or users."))
        : await views.Latest(id.Value, caller, ct).ToJson((opened, json) => SnapshotJson.WriteSection(opened.Snapshot, section, json));

    static Task<IResult> Diff([AsParameters] DiffQuery query, SnapshotViews views, Caller caller, CancellationToken ct) =>
        views.Compare(query.ToComparison(), caller, ct).ToJson(ScanDocuments.WriteDiff);
}

/// <summary>A scan was queued. One client reads the second field, which older servers sent.</summary>
sealed record ScanStarted(long JobId, bool DelayedJob = false);

/// <summary>How a scan went; <c>report</c> is a string that holds a JSON list of steps.</summary>
sealed record ScanStatusWire(long Id, long NodeId, string? Label, int Status, string StatusString, string Report, string? Message, long? JobId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static ScanStatusWire From(NodeScan scan) =>
        new(scan.Key, scan.NodeKey, scan.Label, (int)scan.Status, scan.Status.Word(), scan.Report ?? "[]", scan.Message, scan.JobKey, scan.CreatedAt, scan.UpdatedAt);
}

/// <summary>What to compare.</summary>
sealed record DiffQuery(
    [property: FromQuery(Name = "node_id")] long? NodeId,
    [property: FromQuery(Name = "compare_node_id")] long? CompareNodeId,
    [property: FromQuery(Name = "scan_id")] long? ScanId,
    [property: FromQuery(Name = "compare_scan_id")] long? CompareScanId)
{
    public Comparison ToComparison() => new() { NodeKey = NodeId, OtherNodeKey = CompareNodeId, ScanKey = ScanId, OtherScanKey = CompareScanId };
}
