using System.Text.Json;
using Merlon.Core.Identity;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Merlon.Nodes.Snapshots;
using Merlon.Server.Apis.Guardian.Documents;
using Merlon.Server.Apis.Guardian.Reading;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Merlon.Server.Apis.Guardian;

/// <summary>Guardian API, node scans (docs/apis/guardian.md).</summary>
static class NodeScanRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/node_scans/search", Search).Needs(Scope.SnapshotsRead);
        api.Get("/node_scans", List).Needs(Scope.SnapshotsRead);
        api.Get("/node_scans/{id}", Show).Needs(Scope.SnapshotsRead);
        api.Get("/node_scans/{id}/compare", Compare).Needs(Scope.SnapshotsRead);
    }

    static Task<ApiResult<NodeScanWire[]>> List([AsParameters] NodeScanListQuery query, Paging paging, NodeRegister nodes, NodeScans scans, Links links, TimeProvider time, Caller caller, CancellationToken ct) =>
        Task.FromResult(query.Read(time.GetUtcNow()))
            .Then(wanted => nodes.Find(wanted.Node, caller, ct).ThenGet(n => scans.List(n, wanted.From, wanted.To, wanted.Latest ? new NumberedPage(1, 1) : paging.Page(), ct)))
            .ToApi<IReadOnlyList<NodeScan>, NodeScanWire[]>(found => [.. found.Select(s => NodeScanWire.From(s, links))]);

    static Task<IResult> Show(NumberId id, SnapshotViews views, Caller caller, CancellationToken ct) =>
        views.Open(id.Value, caller, ct).ToJson((opened, json) => ScanDocuments.WriteScan(opened, json, withData: true));

    static async Task<IResult> Compare(NumberId id, [FromQuery(Name = "source_id")] long? source, SnapshotViews views, Caller caller, CancellationToken ct) => source is null
        ? ApiResults.Refused<Nothing>(new Refusal.Invalid("source_id", "Name the scan to compare with."))
        : await views.Compare(new Comparison { ScanKey = source, OtherScanKey = id.Value }, caller, ct).ToJson(ScanDocuments.WriteComparison);

    static async Task<ApiResult<SearchHitWire[]>> Search([AsParameters] NodeScanSearchQuery query, NodeSearch search, Caller caller, CancellationToken ct) => query.Refusal is { } refusal
        ? ApiResults.Refused<SearchHitWire[]>(refusal)
        : ApiResults.Ok<SearchHitWire[]>([.. (await search.Find(query.ToQuery(), query.EnvironmentId, caller, ct)).Select(SearchHitWire.From)]);
}

/// <summary>A row of a node's scans.</summary>
sealed record NodeScanWire(
    long Id, long NodeId, string? Label, int Status, long? TaskId, int AssociatedId, int Category, long Items, long Added, long Removed, long Modified,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string Url)
{
    public static NodeScanWire From(NodeScan s, Links links) =>
        new(s.Key, s.NodeKey, s.Label, (int)s.Status, s.TaskKey, 0, 0, s.Items, s.Added, s.Removed, s.Modified, s.CreatedAt, s.UpdatedAt, links.NodeScan(s.Key));
}

/// <summary>Which scans of a node to list.</summary>
sealed record NodeScanListQuery(
    [property: FromQuery(Name = "node_id")] long? NodeId,
    [property: FromQuery(Name = "latest")] bool? LatestOnly,
    [property: FromQuery(Name = "date_from")] string? DateFrom,
    [property: FromQuery(Name = "date_to")] string? DateTo)
{
    public Outcome<Wanted> Read(DateTimeOffset now)
    {
        if (NodeId is not { } node) return new Refusal.Invalid("node_id", "Name the node.");
        if (!Period.TryRead(DateFrom, DateTo, now, out var period, out var refusal)) return refusal;
        return new Wanted(node, LatestOnly ?? false, period.From, period.To);
    }

    internal sealed record Wanted(long Node, bool Latest, DateTimeOffset? From, DateTimeOffset? To);
}

/// <summary>What to look for in the newest scans.</summary>
sealed record NodeScanSearchQuery(
    [property: FromQuery(Name = "query")] string? Query,
    [property: FromQuery(Name = "type")] string? Type,
    [property: FromQuery(Name = "environment_id")] long? EnvironmentId,
    [property: FromQuery(Name = "node_group_id")] long? NodeGroupId,
    [property: FromQuery(Name = "exact_match")] bool? ExactMatch)
{
    public Refusal? Refusal => string.IsNullOrWhiteSpace(Query) ? new Refusal.Invalid("query", "Say what to look for.")
        : NodeGroupId is not null ? new Refusal.Invalid("node_group_id", "Node groups are not supported yet.")
        : null;

    public SnapshotQuery ToQuery() => new(Query!.Trim(), string.IsNullOrEmpty(Type) ? null : Type, ExactMatch ?? false);
}

/// <summary>What was found on one node: the part of its tree that matches.</summary>
sealed record SearchHitWire(long NodeId, string NodeName, long ScanId, DateTimeOffset ScanDate, JsonElement Data)
{
    public static SearchHitWire From(NodeHits hits)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) SnapshotJson.Write(hits.Items, json);
        using var data = JsonDocument.Parse(buffer.ToArray());
        return new(hits.Node.Key, hits.Node.Name, hits.Scan.Key, hits.Scan.CreatedAt, data.RootElement.Clone());
    }
}
