using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Inventory;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>Code Insight API, inventory (docs/apis/code-insight.md).</summary>
static class InventoryRoutes
{
    private const int ItemsPerPage = 100;

    public static void Map(ApiRoutes api) => api.Get("/projects/{id}/inventorySummary", Summary).Needs(Scope.InventoryRead);

    // Lives among the legacy paths, answers bare, refuses in the REST family.
    public static void MapBare(ApiRoutes api) => api.Get("/project/inventory/{id}", Inventory).Needs(Scope.InventoryRead);

    static Task<IResult> Summary(NumberId id, string? offset, string? limit, bool? vulnerabilitySummary, string? cvssVersion, string? published, HttpContext http, Applications applications, Inventories inventories, Caller caller, CancellationToken ct) =>
        Task.FromResult(SummaryQuery.Read(offset, limit, vulnerabilitySummary ?? false, cvssVersion, published))
            .Then(query => applications.Find(id.Value, caller, ct)
                .Then(a => inventories.Items(a, query.Filter, query.Page.Skip, query.Page.Size, caller, ct))
                .ThenGet(found => Task.FromResult(new Page<InventoryRowWire>([.. found.Items.Select(item => InventoryRowWire.From(item, query))], found.Total, query.Page))))
            .ToPage(http, row => row);

    static Task<ApiResult<ProjectInventoryWire>> Inventory(NumberId id, string? page, string? size, bool? skipVulnerabilities, bool? includeFiles, string? published, string? reviewStatus, string? product, Applications applications, Inventories inventories, Caller caller, CancellationToken ct) =>
        Task.FromResult(InventoryQuery.Read(page, size, ItemsPerPage, published, reviewStatus, product))
            .Then(query => applications.Find(id.Value, caller, ct)
                .Then(a => inventories.Items(a, query.Filter, query.Page.Skip, query.Page.Size, caller, ct)
                    .ThenGet(found => Task.FromResult(ProjectInventoryWire.From(a, found.Items, includeFiles ?? true, skipVulnerabilities ?? false)))))
            .ToApi(inventory => inventory);
}
